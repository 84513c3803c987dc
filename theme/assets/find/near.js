// Where a reader is, from what they type or what their device says. Nothing of it leaves the page: of a postcode only the
// first half is ever asked for, as the name of a file of our own; distances are worked out here. The files are described in
// generator/geo/{coding,grid,gazetteer}.py.

import { distance as slips } from "../search/distance.js";
import { fold } from "../search/fold.js";

const FOLDER = new URL("../../geo/", import.meta.url);
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const EARTH = 6371.0088;
const MILE = 1.609344;
const MOST = 8;
const PATIENCE = 15_000, RECENT = 300_000;

// How a name answers: as a whole, by its beginning, by that of a later word, but for one letter.
const EXACT = 0, BEGINNING = 1, WITHIN = 2, SLIP = 3, NOT = 4;

const held = new Map();
const read = (name) => {
  if (!held.has(name)) {
    const answer = fetch(new URL(`${name}.json`, FOLDER)).then((got) => {
      if (!got.ok) throw new Error(`${got.status} geo/${name}.json`);
      return got.json();
    });
    answer.catch(() => held.delete(name));
    held.set(name, answer);
  }
  return held.get(name);
};

// What somebody typed: {kind: "postcode", district, unit, text} (also at the end of an address), {kind: "district", district,
// text} (also of a postcode that is not typed to its end), or {kind: "text", text}. Letters that are taken for figures are put right, and the other way round.
export function parse(text) {
  const said = text.trim().replace(/\s+/g, " ");
  const upper = said.toUpperCase().replace(/[^A-Z0-9 ]/g, "");
  const whole = postcode(upper.replaceAll(" ", "")) ?? INSIDE.exec(upper)?.slice(1);
  if (whole) return { kind: "postcode", district: whole[0], unit: whole[1], text: whole.join(" ") };
  const meant = /\d/.test(upper) ? upper.replace(/^([A-Z]{1,2}?)([\dOIL]{2})\b/, (_, a, n) => a + figures(n)) : upper;
  const [, area, number] = HALF.exec(upper) ?? HALF.exec(meant) ?? [];
  return area ? { kind: "district", district: area + number, text: area + number } : { kind: "text", text: said };
}

// O, I and L end no first half.
const HALF = /^([A-Z]{1,2}) ?(\d[A-HJKMNP-Z\d]?)(?: ?\d[A-Z]?)?$/;
const WHOLE = /^([A-Z]{1,2}\d[A-HJKMNP-Z\d]?|[A-Z]{3})(\d[A-Z]{2})$/;
const INSIDE = /(?:^| )([A-Z]{1,2}\d[A-HJKMNP-Z\d]?) ?(\d[A-Z]{2})(?= |$)/;
const figures = (text) => text.replace(/O/g, "0").replace(/[IL]/g, "1");
const letters = (text) => text.replace(/0/g, "O").replace(/1/g, "I");

function postcode(text) {
  const unit = figures(text.slice(-3, -2)) + letters(text.slice(-2));
  const ways = [text, ...[2, 1].map((n) => letters(text.slice(0, n)) + figures(text.slice(n, -3)) + unit)];
  const found = /\d/.test(text) && ways.map((way) => WHOLE.exec(way)).find(Boolean);
  return found ? found.slice(1) : null;
}

// Where that is: {matches: [{lat, lon, label, area, precise}], problem}. `area` is the id of an area, or null; `precise` only
// for a whole postcode. Several matches are places of one name, told apart by their areas. `problem` is null; "half" where a
// postcode is not known and the middle of its first half stands in; "unknown" where nothing fits. Rejects without connection.
export async function locate(text) {
  const asked = parse(text);
  const [{ districts, codes }, places] = await Promise.all([read("districts"), gazetteer()]);
  const whole = asked.kind === "postcode";
  const name = asked.district ?? asked.text.toUpperCase();
  if (Object.hasOwn(districts, name)) {
    const exact = whole ? find(await read(name), asked.unit) : null;
    const [lat, lon, most] = districts[name];
    const { code, ...at } = exact ?? { lat, lon, code: codes[most] };
    const area = places.areas[places.codes[code]]?.[0] ?? null;
    const match = { ...at, label: exact ? asked.text : name, area, precise: Boolean(exact) };
    return { matches: [match], problem: whole && !exact ? "half" : null };
  }
  const matches = asked.kind === "text" ? labelled(places, named(places, asked.text)) : [];
  return { matches, problem: matches.length ? null : "unknown" };
}

// One postcode in the file of its district.
function find(file, unit) {
  let n = 0;
  for (const group of file.units.split(" ")) {
    const place = group.startsWith(unit.slice(0, 2)) ? group.indexOf(unit[2], 2) : -1;
    if (place > 0) {
      n += place - 2;
      return { ...point(file, n), code: file.codes[file.who ? DIGITS.indexOf(file.who[n]) : 0] };
    }
    n += group.length - 2;
  }
  return null;
}

// The n-th of numbers whose two digits stand apart, and of points.
const number = ([high, low], n) => DIGITS.indexOf(high[n]) * DIGITS.length + DIGITS.indexOf(low[n]);

function point({ from, step, lat, lon }, n) {
  const [north, east] = [lat, lon].map((digits, axis) =>
    Math.round((from[axis] + step[axis] * number(digits, n)) * 10_000) / 10_000);
  return { lat: north, lon: east };
}

// The first few places whose name begins with what is typed so far, as `locate` gives them.
export async function suggest(text, n = MOST) {
  const { kind, text: said } = parse(text);
  if (kind !== "text" || !said) return [];
  const places = await gazetteer();
  return labelled(places, ranked(places, said).slice(0, n));
}

// Whether the first half of a postcode is known.
export const isDistrict = async (name) => Object.hasOwn((await read("districts")).districts, name);

// The places of this site, their names ready to be compared.
let known;
export const gazetteer = () => (known ??= read("places").then((file) => {
  const [lang] = document.documentElement.lang.split("-");
  const own = Math.max(file.langs.indexOf(lang), 0);
  const called = (names) => names[own] || names[0];
  const rows = file.names.map((joined, n) => {
    const names = joined.split("|");
    const at = { ...point(file, n), area: number(file.area, n) - 1, level: file.levels[number(file.level, n)] };
    return { names, keys: names.map(spaced), label: called(names), ...at };
  });
  const areas = file.areas.map(([id, joined]) => [id, called(joined.split("|")), joined.split("|").map(squeezed)]);
  return { codes: file.codes, areas, rows };
}).catch((trouble) => {
  known = undefined;
  throw trouble;
}));

const spaced = (text) => fold(text).replaceAll("'", "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
export const squeezed = (text) => spaced(text).replaceAll(" ", "");

// Places of that name; "Newport, Pembrokeshire" and "Newport (Trefdraeth)" say which.
function named(places, text) {
  const [, main, other] = /^(.*?)\s*\((.*)\)/.exec(text) ?? [];
  const rest = other && text.slice(text.indexOf(")") + 1);
  const some = other ? { ...places, rows: places.rows.filter(({ keys }) => keys.includes(spaced(other))) } : places;
  const found = some.rows.length ? best(some, main ? main + rest : text) : [];
  return found.length || !other ? found : best(places, text);
}

function best(places, text) {
  const found = ranked(places, text);
  const words = spaced(text).split(" ");
  for (let n = words.length - 1; n > 0 && !found.length; n -= 1) {
    const area = words.slice(n).join("");
    const inside = ({ area: k }) => places.areas[k]?.[2].some((name) => name && name.startsWith(area));
    const some = ranked({ ...places, rows: places.rows.filter(inside) }, words.slice(0, n).join(" "));
    if (some[0]?.how === EXACT) return some.filter(({ how }) => how === EXACT);
  }
  return found.filter(({ how }) => how === found[0].how).slice(0, MOST);
}

// Places that answer to a text, the surest first, each with how, and the name by which.
function ranked({ rows }, text) {
  const key = spaced(text), whole = key.replaceAll(" ", "");
  if (!whole) return [];
  const how = (name) => {
    const own = name.replaceAll(" ", "");
    if (own === whole) return EXACT;
    if (own.startsWith(whole)) return BEGINNING;
    if (` ${name}`.includes(` ${key}`)) return WITHIN;
    return whole.length > 3 && slips(whole, own, 1) <= 1 ? SLIP : NOT;
  };
  const found = rows.map((row) => {
    const ways = row.keys.map((name) => (name ? how(name) : NOT));
    const least = Math.min(...ways);
    const by = row.names[ways.indexOf(least)];
    return { row, how: least, by };
  });
  return found.filter((one) => one.how < NOT).sort((a, b) => a.how - b.how);
}

// As the reader is shown them: in their own language, with the name they typed; with the area where there are several.
function labelled({ areas }, found) {
  return found.map(({ row, by }) => {
    const other = squeezed(by) === squeezed(row.label) ? "" : ` (${by})`;
    const area = areas[row.area];
    const label = row.label + other + (found.length > 1 && area ? `, ${area[1]}` : "");
    return { lat: row.lat, lon: row.lon, label, area: area?.[0] ?? null, precise: false };
  });
}

// Where the device is, to about 100 metres; asks the reader. Rejects with an Error whose message is "refused" or "unavailable".
export function device() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return void reject(new Error("unavailable"));
    const round = (degrees) => Math.round(degrees * 1000) / 1000;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: round(coords.latitude), lon: round(coords.longitude) }),
      ({ code }) => reject(new Error(code === 1 ? "refused" : "unavailable")),
      { timeout: PATIENCE, maximumAge: RECENT },
    );
  });
}

// Kilometres in a straight line.
export function distance(lat1, lon1, lat2, lon2) {
  const turn = Math.PI / 180, north = ((lat2 - lat1) * turn) / 2, east = ((lon2 - lon1) * turn) / 2;
  const between = Math.sin(north) ** 2 + Math.cos(lat1 * turn) * Math.cos(lat2 * turn) * Math.sin(east) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(between)));
}

export const miles = (km) => km / MILE;
