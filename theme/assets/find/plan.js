// A reader's plan: which groups, and what they note beside each. It lives in this tab and dies with it, unless the reader
// chooses to keep it on this device; it is never sent anywhere. Notes never enter a link.

import { Kept } from "./kept.js";

const FIELDS = ["step", "by", "who"];
const plan = new Kept("plan", (found) => (Array.isArray(found) ? found.filter((item) => typeof item?.id === "string") : null));

// Whether it is kept on this device.
export const kept = () => plan.kept;

// Its entries in order: {id, step, by, who}.
export const items = () => plan.value ?? [];

export const has = (id) => items().some((item) => item.id === id);
export const add = (id) => has(id) || plan.store([...items(), { id }]);
export const remove = (id) => plan.store(items().filter((item) => item.id !== id));
export const keep = (on) => plan.store(items(), on);

// A note beside an entry: `field` is step, by or who.
export function note(id, field, text) {
  if (FIELDS.includes(field)) plan.store(items().map((item) => (item.id === id ? { ...item, [field]: text } : item)));
}

// Moves an entry up (-1) or down (1).
export function move(id, by) {
  const found = items();
  const place = found.findIndex((item) => item.id === id);
  const to = place + by;
  if (place < 0 || to < 0 || to >= found.length) return;
  [found[place], found[to]] = [found[to], found[place]];
  plan.store(found);
}

// The entries of a list that somebody sent: their ids alone.
export function take(ids) {
  plan.store([...items(), ...ids.filter((id) => !has(id)).map((id) => ({ id }))]);
}

// Takes all that this site holds of a reader off the device: the plan, what this tab knows of where they looked, and the rest.
export const clear = () => plan.clear(true);
