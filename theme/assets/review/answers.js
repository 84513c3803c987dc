// What a reader marks of themselves, list by list, as it is kept in the browser and as it lies in a file.

import { Kept } from "../find/kept.js";

export const STEPS = ["not-yet", "with-help", "on-my-own", "helps-others"];
const LONGEST = { note: 500, next: 200 };
const KIND = "geirfa self-review";
const BIGGEST = 200_000;  // bytes of a file: many times what the longest notes fill

// What one part's answer holds that can be used; null where that is nothing.
function answer(found) {
  const made = STEPS.includes(found?.step) ? { step: found.step } : {};
  for (const [field, length] of Object.entries(LONGEST)) {
    if (typeof found?.[field] === "string" && found[field]) made[field] = found[field].slice(0, length);
  }
  return Object.keys(made).length ? made : null;
}

// Answers by part. Empty ones are left out.
const answers = (found) => Object.fromEntries(Object.entries(found ?? {}).map(([id, one]) => [id, answer(one)]).filter(([, one]) => one));

const kept = new Kept("review", (found) => (found && typeof found.lists === "object" && found.lists
  ? { list: String(found.list ?? ""), lists: Object.fromEntries(Object.entries(found.lists).map(([id, list]) => [id, answers(list)])) }
  : null));

const all = () => kept.value ?? { list: "", lists: {} };

// Which list is shown.
export const shown = () => all().list;
export const show = (list) => kept.store({ ...all(), list });

// The answers of a list, by part: {step, note, next}, each only where there is one.
export const of = (list) => all().lists[list] ?? {};
export const put = (list, found) => kept.store({ list, lists: { ...all().lists, [list]: answers(found) } });
export const set = (list, part, field, value) => put(list, { ...of(list), [part]: { ...of(list)[part], [field]: value } });

export const isKept = () => kept.kept;
export const keep = (on) => kept.store(all(), on);
export const clear = () => kept.clear();

// A list's answers as the text of a file. Names of parts stand in it for whoever reads it; only ids are read back.
export function written(list, name, names, day) {
  const parts = Object.entries(of(list)).map(([id, one]) => ({ id, part: names.get(id) ?? id, ...one }));
  return `${JSON.stringify({ what: KIND, list, name, saved: day, parts }, null, 2)}\n`;
}

// What stands in such a file: {list, answers}. Null where it is none.
export async function read(file) {
  if (file.size > BIGGEST) return null;
  try {
    const found = JSON.parse(await file.text());
    if (found?.what !== KIND || typeof found.list !== "string" || !Array.isArray(found.parts)) return null;
    return { list: found.list, answers: answers(Object.fromEntries(found.parts.map((one) => [String(one?.id), one]))) };
  } catch {
    return null;
  }
}
