// A place or postcode in a query: groups near it come before all else. The twin of generator/search/place.py, which explains it.
// The places of the site are one file, the same whatever is typed; it is fetched when answers stand already.

import { gazetteer, isDistrict, squeezed } from "../find/near.js";
import { fold } from "./fold.js";

const LONGEST = 6, SHORT = 4;
const LARGE = ["authority", "city", "town"];
const SURE = ["exact", "form", "changed"];
const ANSWERING = new Set([...SURE, "alias", "suggested", "close", "holds"]);
const ASKED = ["needs", "activities"];

const POSTCODE = new RegExp(
  "\\b([A-Z]{1,2}\\d)[\\s-]?([A-Z\\d]?)[\\s-]*((?=[A-Z]*\\d)[\\dOIL][A-Z\\d]{2})\\b" +
  "|\\b([A-Z]{1,2}\\d[A-Z\\d]?)(?:[\\s-]\\d[A-Z]?)?\\b", "i");

const split = (text) => text.split(/[ \t\r\n\u00a0,;]+/).filter(Boolean);

// The hit that leads to groups near the place in what was asked for: {title, address, place}, `place` what the finder needs to
// know and no address may say, or null; null where there is no place in it.
export async function lead(search, answer) {
  const first = search.first[search.lang];
  if (!first.finder) return null;
  await search.ready;
  const places = new Places(search, await gazetteer());
  const found = await places.postcode(answer.query) ?? await places.named(answer.query, places.answered(answer));
  return found && places.hit(found, answer.crisis);
}

class Places {
  constructor(search, { rows, areas }) {
    this.search = search;
    this.first = search.first[search.lang];
    this.areas = areas;
    const texts = search.codes.map((code) => search.first[code].texts);
    const among = (name) => texts.flatMap((one) => one[name].split(" ").map(squeezed));
    this.before = new Set(among("nearWords"));
    this.common = new Set([...among("anyWords"), ...search.codes.flatMap((code) => [...search.rules[code].common].map(fold))]);
    this.rows = byName(rows);
  }

  async hit({ what, label, near, place = null }, crisis) {
    const meant = await this.meant(what);
    if (crisis && what && !meant) return null;
    const { nearFor, nearPlace } = this.first.texts;
    const gaps = { place: label, what: meant || `“${what}”` };
    const title = (what ? nearFor : nearPlace).replace(/\{(place|what)\}/g, (_, gap) => gaps[gap]);
    const stated = new URLSearchParams(what ? { near, q: what } : { near });
    return { title, address: `${this.first.finder.address}#${stated}`, place };
  }

  answered({ hits }) {
    return hits.some(({ group, reason }) => this.first.finder.words.includes(group) && ANSWERING.has(reason));
  }

  async meant(what) {
    const { search } = this, among = (n) => ASKED.includes(search.group(n)[0]);
    const [best] = (await search.find(what, { limit: 1, among })).hits;
    if (!best || !SURE.includes(best.reason)) return "";
    const { title } = best, keep = title.slice(1, 2) !== title.slice(1, 2).toLowerCase();
    if (keep || Object.values(this.first.called).includes(title.split(" ")[0])) return title;
    return title.slice(0, 1).toLowerCase() + title.slice(1);
  }

  async postcode(query) {
    const found = POSTCODE.exec(query);
    if (!found) return null;
    const [all, a, b, unit, half] = found, district = (half ?? a + b).toUpperCase();
    if (!await isDistrict(district)) return null;
    const what = this.left(split(query.slice(0, found.index)), split(query.slice(found.index + all.length)));
    const place = unit ? `${district} ${unit.toUpperCase()}` : null;
    return { what, label: place ?? district, near: district, place };
  }

  async named(query, answered) {
    const words = split(query);
    for (let length = Math.min(words.length, LONGEST); length > 0; length -= 1) {
      for (let start = words.length - length; start >= 0; start -= 1) {
        const before = words.slice(0, start), named = words.slice(start, start + length);
        const led = start > 0 && this.before.has(squeezed(before.at(-1)));
        const rows = this.places(named.map(squeezed), led);
        if (!rows.length) continue;
        const alone = length === words.length;
        if (!((led || alone) && !answered) && await this.doubtful(named, rows)) continue;
        return { what: this.left(before, words.slice(start + length)), ...this.called(named.join(" "), rows) };
      }
    }
    return null;
  }

  places(words, led) {
    const radicals = led ? this.search.codes.flatMap((code) => this.search.rules[code].radicals(words[0])) : [];
    for (const first of [words[0], ...radicals]) {
      const found = this.rows.get([first, ...words.slice(1)].join(""));
      if (found) return found;
      for (let n = words.length - 1; n > 0; n -= 1) {
        const area = words.slice(n).join(""), some = this.rows.get([first, ...words.slice(1, n)].join("")) ?? [];
        const inside = some.filter((row) => area && this.areas[row.area]?.[2].some((name) => name.startsWith(area)));
        if (inside.length) return inside;
      }
    }
    return [];
  }

  async doubtful(named, rows) {
    const keys = named.map(squeezed);
    if (keys.join("").length <= SHORT && !rows.some(({ level }) => LARGE.includes(level))) return true;
    for (const key of keys) if (!await this.search.says(key, this.first.finder.words)) return false;
    return true;
  }

  called(typed, rows) {
    const labels = new Set(rows.map(({ label }) => label));
    let label = labels.size === 1 ? rows[0].label : typed.slice(0, 1).toUpperCase() + typed.slice(1);
    const area = this.areas[rows[0].area]?.[1], others = this.rows.get(squeezed(label)) ?? [];
    if (rows.length === 1 && others.length > 1 && area) label = `${label}, ${area}`;
    return { label, near: label };
  }

  left(before, after) {
    const leads = (word) => this.before.has(squeezed(word)), rest = [...before];
    while (rest.length && leads(rest.at(-1))) rest.pop();
    const start = after.findIndex((word) => !leads(word));
    rest.push(...after.slice(start < 0 ? after.length : start));
    return rest.every((word) => this.common.has(squeezed(word))) ? "" : rest.join(" ");
  }
}

// Names of places, as they are compared, made once.
const named = new WeakMap();

function byName(rows) {
  if (!named.has(rows)) {
    const found = new Map();
    for (const row of rows) {
      for (const key of new Set(row.names.filter(Boolean).map(squeezed))) {
        if (found.has(key)) found.get(key).push(row);
        else found.set(key, [row]);
      }
    }
    named.set(rows, found);
  }
  return named.get(rows);
}
