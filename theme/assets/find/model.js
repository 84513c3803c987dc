// What is found: assets that meet every choice, near enough, in order; and how many each further choice would leave.
// Knows no page: `choices` are {facet: Set of ids}, `here` is [lat, lon] or null. What each asset has is a mark, 0 or 1, at its
// number: with ten thousand of them, that is quick to go through.

const RADII = [2, 5, 10, 20, 50];
const MILE = 1.609344;
const ENOUGH = 3;
const FACTOR = Math.PI / 180;
const PARTS = 4; // bits for each day: morning, afternoon, evening, a time that is not known
const FAR = 100_000; // miles: further than anything

// Kilometres between two points in a straight line over the earth.
export function kilometres(a, b, c, d) {
  const half = (x) => Math.sin((x * FACTOR) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(half(c - a) + Math.cos(a * FACTOR) * Math.cos(c * FACTOR) * half(d - b)));
}

export class Model {
  // `index` is what unpack.js makes of it; `today` is a Date; `days` are after how many days a fact is old, as
  // generator/freshness.py says.
  constructor(index, today, days) {
    this.index = index;
    this.traits = new Map();
    const now = (today.getFullYear() - index.first) * 12 + today.getMonth() + 1;
    this.sinks = Uint8Array.from(index.month, (month, n) => {
      if (index.paused.has(n)) return 2;
      const age = (now - month) * 30.4;
      return age > (index.checked.has(n) ? days.overdue : days.old) ? 1 : 0;
    });
  }

  // What each asset has and when it meets: all that choices and their numbers take, but for areas.
  learn({ traits, hours }) {
    this.traits = traits;
    const slots = [...hours].map(([id, numbers]) => [...id.split("-"), ""].slice(0, 2).concat([numbers]));
    [this.days, this.parts] = [0, 1].map((k) => [...new Set(slots.map((slot) => slot[k]))]);
    this.hours = new Uint32Array(this.index.n);
    for (const [day, part, numbers] of slots) {
      const bit = this.bit(day, part);
      for (const n of numbers) this.hours[n] |= bit;
    }
  }

  bit(day, part) {
    return 1 << (this.days.indexOf(day) * PARTS + this.parts.indexOf(part));
  }

  // The bits of some days at some times of day; of all where none are named.
  bits(days, parts) {
    const [some, times] = [days?.size ? days : this.days, parts?.size ? parts : this.parts];
    let found = 0;
    for (const day of some) for (const part of times) if (this.days.includes(day) && this.parts.includes(part)) found |= this.bit(day, part);
    return found;
  }

  mark(numbers) {
    const marks = new Uint8Array(this.index.n);
    for (const n of numbers) marks[n] = 1;
    return marks;
  }

  // Of each asset the miles to its nearest place; Infinity for what has none. Kept while one looks around from one place.
  distances(here) {
    if (this.from !== here.join()) {
      this.from = here.join();
      this.miles = Float64Array.from(this.index.at, (places) => {
        let nearest = Infinity;
        for (let k = 0; k < places.length; k += 2) {
          nearest = Math.min(nearest, kilometres(here[0], here[1], places[k], places[k + 1]));
        }
        return nearest / MILE;
      });
    }
    return this.miles;
  }

  // A mark for every asset that meets the choices of one facet. The choices of one facet widen each other; but all that is good
  // to know must be true.
  marks(facet, chosen) {
    const held = this.traits.get(facet);
    const each = [...chosen].map((id) => held?.get(id) ?? []);
    return facet === "good" ? each.map((numbers) => this.mark(numbers)).reduce(both) : this.mark(each.flat());
  }

  // Whether an asset is for people of an area: of the area asked for, or of everywhere.
  areaMarks(chosen) {
    const numbers = new Set([...chosen].map((id) => this.index.areas.indexOf(id)));
    return Uint8Array.from(this.index.area, (area) => (numbers.has(area) ? 1 : 0));
  }

  // Marks for whatever is asked for, by what they are of. A meeting's day and its time of day are asked together.
  groups({ area, day, part, ...others }, words) {
    const found = new Map();
    for (const [facet, chosen] of Object.entries(others)) if (chosen.size) found.set(facet, this.marks(facet, chosen));
    if (day?.size || part?.size) {
      const bits = this.bits(day, part);
      found.set("hours", Uint8Array.from(this.hours, (held) => (held & bits ? 1 : 0)));
    }
    if (area?.size) found.set("area", this.areaMarks(area));
    if (words) found.set("words", this.mark(words.keys()));
    return found;
  }

  // `numbers` in order, `miles` of each, the `radius` used (0 for any), whether it was `widened` from the one asked for, the
  // `area` one is in, and `everywhere`: what has no place and is there for the whole of that area, or wherever one lives.
  // `reach` marks what is near enough, `meets` what meets all that is asked for too.
  find({ choices, here, area, radius, sort, words, order }) {
    const groups = this.groups(choices, words);
    const fit = [...groups.values()].reduce(both, new Uint8Array(this.index.n).fill(1));
    const miles = here && this.distances(here);
    const used = here ? this.radius(fit, miles, radius) : 0;
    const own = here ? this.areaAt(area, miles) : -1;
    const reach = here ? this.reach(miles, used) : new Uint8Array(this.index.n).fill(1);
    const meets = both(fit, reach);
    const numbers = [], mine = [], others = [];
    for (let n = 0; n < fit.length; n += 1) {
      if (!fit[n]) continue;
      if (meets[n]) numbers.push(n);
      else if (this.index.everywhere.has(this.index.area[n])) others.push(n);
      else if (miles[n] === Infinity && this.index.area[n] === own) mine.push(n);
    }
    return {
      numbers: this.sorted(numbers, sort, miles, order, words),
      miles,
      radius: used,
      widened: Boolean(here) && used !== radius,
      area: this.index.areas[own],
      everywhere: [mine, others].flatMap((some) => this.sorted(some, "checked", null)),
      choices,
      groups,
      reach,
      meets,
    };
  }

  // The number of the area one is in: that of the nearest asset, where it is not known by its id.
  areaAt(area, miles) {
    if (area) return this.index.areas.indexOf(area);
    let nearest = -1;
    for (let n = 0; n < miles.length; n += 1) {
      if (miles[n] < (miles[nearest] ?? Infinity) && !this.index.everywhere.has(this.index.area[n])) nearest = n;
    }
    return this.index.area[nearest] ?? -1;
  }

  // A mark for what lies within so many miles; with 0, for all that has a place.
  reach(miles, radius) {
    const marks = new Uint8Array(miles.length), most = radius || FAR;
    for (let n = 0; n < marks.length; n += 1) marks[n] = miles[n] <= most ? 1 : 0;
    return marks;
  }

  // The radius; where fewer than three fit within it, the next one that has three, at last any.
  radius(fit, miles, radius) {
    const wider = radius ? [radius, ...RADII.filter((r) => r > radius)] : [];
    const within = (r) => fit.reduce((count, mark, n) => count + (mark && miles[n] <= r), 0);
    return wider.find((r) => within(r) >= ENOUGH) ?? 0;
  }

  // What is overdue or paused sinks below what is as near, and stays. Each asset has one number to sort by, the least first.
  sorted(numbers, sort, miles, order, words) {
    const { month, checked } = this.index;
    const band = (far) => RADII.findIndex((radius) => far <= radius) + 1 || RADII.length + 1;
    const far = miles ? (n) => Math.min(miles[n], FAR) : () => 0;
    const place = order && new Map(order.map((n, k) => [n, k]));
    const by = {
      distance: (n) => ((miles ? 3 * band(miles[n]) : 0) + this.sinks[n]) * 2 * FAR + far(n),
      fit: (n) => this.sinks[n] * 2 * FAR + words.get(n),
      name: (n) => (place ? place.get(n) : n),
      checked: (n) => ((checked.has(n) ? 0 : FAR) - month[n]) * 2 * FAR + far(n),
    };
    const keys = new Float64Array(this.index.n);
    for (const n of numbers) keys[n] = (by[sort] ?? by.distance)(n);
    return numbers.sort((a, b) => keys[a] - keys[b] || a - b);
  }

  // How many of what is near enough each choice of a facet would leave, beside what is chosen of others.
  counts(answer, facet) {
    if (facet === "area") return this.areaCounts(this.meets(answer, facet));
    if (facet === "day" || facet === "part") return this.hourCounts(answer, facet);
    return this.tally(this.traits.get(facet), this.meets(answer, facet === "good" ? "" : facet));
  }

  // A mark for what is near enough and meets every choice but those of one group.
  meets({ groups, reach, meets }, but) {
    if (!groups.has(but)) return meets;
    return [...groups].filter(([name]) => name !== but).map(([, marks]) => marks).reduce(both, reach);
  }

  tally(postings, meets) {
    const found = new Map();
    for (const [id, numbers] of postings) {
      let count = 0;
      for (let k = 0; k < numbers.length; k += 1) count += meets[numbers[k]];
      found.set(id, count);
    }
    return found;
  }

  areaCounts(meets) {
    const counts = new Uint32Array(this.index.areas.length);
    this.index.area.forEach((area, n) => { counts[area] += meets[n]; });
    return new Map(this.index.areas.map((id, area) => [id, counts[area]]));
  }

  // Of days, those at the chosen times of day; of times of day, those on the chosen days. Each asset counts once.
  hourCounts({ choices, ...answer }, facet) {
    const meets = this.meets(answer, "hours");
    const found = new Map();
    for (const id of facet === "day" ? this.days : this.parts) {
      const bits = facet === "day" ? this.bits(new Set([id]), choices.part) : this.bits(choices.day, new Set([id]));
      let count = 0;
      for (let n = 0; n < meets.length; n += 1) if (meets[n] && this.hours[n] & bits) count += 1;
      found.set(id, count);
    }
    return found;
  }
}

// What has both marks.
function both(some, others) {
  return some.map((mark, n) => mark & others[n]);
}

export { ENOUGH, RADII };
