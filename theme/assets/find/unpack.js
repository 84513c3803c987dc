// The index of the directory and what all have, read: the twin of generator/find/{packing,index}.py, which explain it.

const SIGNS = [...Array(95).keys()].map((n) => n + 32).filter((code) => code !== 34 && code !== 92);
const BASE = SIGNS.length, LAST = 85;
const DIGIT = new Uint8Array(128);
SIGNS.forEach((code, digit) => { DIGIT[code] = digit; });

const packed = (text) => {
  const found = [];
  let number = 0, scale = 1;
  for (let k = 0; k < text.length; k += 1) {
    const digit = DIGIT[text.charCodeAt(k)];
    if (digit < LAST) {
      found.push(number + digit * scale);
      number = 0;
      scale = 1;
    } else {
      number += (digit - LAST) * scale;
      scale *= BASE - LAST;
    }
  }
  return found;
};

// Ascending numbers, and numbers that go up and down.
const gaps = (text) => {
  let last = -1;
  return packed(text).map((step) => (last += step + 1));
};
const turns = (text) => {
  let last = 0;
  return packed(text).map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
};

const postings = (held) => new Map(Object.entries(held).map(([id, text]) => [id, gaps(text)]));

// Where every asset is and how fresh what is known of it, by its number: `at` are its places, as [lat, lon, lat, lon …].
export function unpack(data) {
  const [south, west, up, across] = data.box;
  const north = turns(data.north), east = turns(data.east);
  let k = 0;
  const at = packed(data.places).map((count) => {
    const places = [];
    for (const end = k + count; k < end; k += 1) places.push(south + north[k] * up, west + east[k] * across);
    return places;
  });
  return {
    n: data.n,
    block: data.block,
    areas: data.areas,
    main: data.main,
    everywhere: new Set(data.everywhere),
    at,
    area: packed(data.area),
    month: packed(data.months),
    first: data.first,
    rough: new Set(gaps(data.rough)),
    checked: new Set(gaps(data.checked)),
    paused: new Set(gaps(data.paused)),
  };
}

// What every asset has: the numbers of those that have each trait, by facet, and of those that meet at each time.
export const unpackTraits = ({ entries, traits, hours }) => ({
  entries,
  traits: new Map(Object.entries(traits).map(([facet, held]) => [facet, postings(held)])),
  hours: postings(hours),
});
