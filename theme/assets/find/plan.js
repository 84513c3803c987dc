// A reader's plan: which groups, and what they note beside each. It lives in this tab and dies with it, unless the reader
// chooses to keep it on this device; it is never sent anywhere. Notes never enter a link.

const KEY = "geirfa.plan";
const FIELDS = ["step", "by", "who"];
let here = null;  // where a browser stores nothing

function stored(place) {
  try {
    const found = JSON.parse(globalThis[place].getItem(KEY) ?? "null");
    return Array.isArray(found) ? found.filter((item) => typeof item?.id === "string") : null;
  } catch {
    return null;
  }
}

// Whether it is kept on this device.
export const kept = () => stored("localStorage") !== null;

// Its entries in order: {id, step, by, who}.
export const items = () => stored("localStorage") ?? stored("sessionStorage") ?? here ?? [];

function store(found, keep = kept()) {
  here = found;
  try {
    const [to, from] = keep ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
    to.setItem(KEY, JSON.stringify(found));
    from.removeItem(KEY);
  } catch {
    // Nothing is stored: the plan holds for this page.
  }
  dispatchEvent(new CustomEvent("geirfa:plan"));
}

export const has = (id) => items().some((item) => item.id === id);
export const add = (id) => has(id) || store([...items(), { id }]);
export const remove = (id) => store(items().filter((item) => item.id !== id));
export const keep = (on) => store(items(), on);

// A note beside an entry: `field` is step, by or who.
export function note(id, field, text) {
  if (FIELDS.includes(field)) store(items().map((item) => (item.id === id ? { ...item, [field]: text } : item)));
}

// Moves an entry up (-1) or down (1).
export function move(id, by) {
  const found = items();
  const place = found.findIndex((item) => item.id === id);
  const to = place + by;
  if (place < 0 || to < 0 || to >= found.length) return;
  [found[place], found[to]] = [found[to], found[place]];
  store(found);
}

// The entries of a list that somebody sent: their ids alone.
export function take(ids) {
  store([...items(), ...ids.filter((id) => !has(id)).map((id) => ({ id }))]);
}

// Takes all that this site holds of a reader off the device: the plan, and what this tab knows of where they looked.
export function clear() {
  here = null;
  for (const place of ["localStorage", "sessionStorage"]) {
    try {
      for (const key of Object.keys(globalThis[place])) if (key.startsWith("geirfa")) globalThis[place].removeItem(key);
    } catch {
      // Nothing is stored there.
    }
  }
  dispatchEvent(new CustomEvent("geirfa:plan"));
}
