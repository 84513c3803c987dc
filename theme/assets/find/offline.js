// On a device of one's own, a plan that is kept there opens without a network: the page and all it is made of lie beside it.

const base = new URL("../../", import.meta.url);
const CACHE = "geirfa-plan";

const possible = () => "serviceWorker" in navigator && "caches" in globalThis;

// One after the other: what is still being kept must not outlive that it is forgotten.
let last = Promise.resolve();
const next = (act) => (last = last.then(act, act));

// What the page has loaded so far. What was there already is asked for anew, so that it is no older than the page.
export const keep = () => next(async () => {
  if (!possible()) return;
  await navigator.serviceWorker.register(new URL("offline.js", base));
  const used = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(base.href));
  const held = await caches.open(CACHE);
  await Promise.allSettled([location.pathname, ...new Set(used)].map((address) => held.add(address)));
});

export const forget = () => next(async () => {
  if (!possible()) return;
  await caches.delete(CACHE);
  const worker = await navigator.serviceWorker.getRegistration(base);
  await worker?.unregister();
});
