// QR codes (ISO/IEC 18004): UTF-8 bytes, versions 1 to 10, level L, or M where that takes no larger code.

const QUIET = 4; // light modules around, which cameras need
// By version: all codewords; of level M the words that correct a block and the blocks; the same of level L.
const VERSIONS = [
  [26, 10, 1, 7, 1], [44, 16, 1, 10, 1], [70, 26, 1, 15, 1], [100, 18, 2, 20, 1], [134, 24, 2, 26, 1],
  [172, 16, 4, 18, 2], [196, 18, 4, 20, 2], [242, 22, 4, 24, 2], [292, 22, 5, 30, 2], [346, 26, 5, 18, 4],
];
// A mask flips the modules where it is 0.
const MASKS = [
  (y, x) => (y + x) % 2,
  (y) => y % 2,
  (y, x) => x % 3,
  (y, x) => (y + x) % 3,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2,
  (y, x) => ((y * x) % 2) + ((y * x) % 3),
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
];
const upTo = (n) => [...Array(n).keys()];
const binary = (value, n) => upTo(n).map((k) => (value >> (n - 1 - k)) & 1);

// {size, version, level, mask, rows}, rows of 0 (light) and 1 (dark). Throws a RangeError where a text is too long.
export function matrix(text) {
  const bytes = new TextEncoder().encode(text);
  for (const [k, [all, ...held]] of VERSIONS.entries()) {
    for (const level of "ML") {
      const [correct, blocks] = held.splice(0, 2), version = k + 1;
      const room = all - correct * blocks;
      if (bytes.length > room - (k < 9 ? 2 : 3)) continue;
      const size = version * 4 + 17;
      const bits = arranged(codewords(bytes, version, room), correct, blocks);
      const ways = MASKS.map((flips, mask) => {
        const rows = placed(patterns(version, size), size, bits, flips);
        format(rows, size, (level === "L" ? 8 : 0) + mask);
        return { size, version, level, mask, rows, cost: penalty(rows, size) };
      });
      return ways.reduce((a, b) => (b.cost < a.cost ? b : a));
    }
  }
  throw new RangeError("too long for a QR code");
}

// Mode, length, text and end, as hexadecimal digits; then two words in turn as far as there is room.
function codewords(bytes, version, room) {
  const hex = (n, width = 2) => n.toString(16).padStart(width, 0);
  const digits = `4${hex(bytes.length, version < 10 ? 2 : 4)}${[...bytes].map((byte) => hex(byte)).join("")}0`;
  return digits.padEnd(room * 2, "ec11").match(/../g).map((word) => parseInt(word, 16));
}

// Blocks, the longer ones last, with their corrections; read across; as bits.
function arranged(words, correct, count) {
  const all = words.length;
  const blocks = upTo(count).map((k) => words.splice(0, Math.floor((all + k) / count)));
  const across = (lists) => upTo(all).flatMap((k) => lists.flatMap((list) => list.slice(k, k + 1)));
  return [...across(blocks), ...across(blocks.map((block) => correction(block, correct)))].flatMap((word) => binary(word, 8));
}

// Multiplication in the field of 256 elements.
const times = (a, b) => upTo(8).reduce((sum, k) => (sum << 1) ^ ((sum >> 7) * 0x11d) ^ (((b >> (7 - k)) & 1) * a), 0);

// Reed-Solomon: what remains of a block divided by (x - 1)(x - 2)(x - 4)…
function correction(block, n) {
  let divisor = [1], root = 1;
  for (let k = 0; k < n; k += 1, root = times(root, 2)) {
    const shifted = [0, ...divisor.map((word) => times(word, root))];
    divisor = [...divisor, 0].map((word, place) => word ^ shifted[place]);
  }
  let rest = Array(n).fill(0);
  for (const word of block) {
    const factor = word ^ rest[0];
    rest = divisor.slice(1).map((part, k) => times(part, factor) ^ (rest[k + 1] ?? 0));
  }
  return rest;
}

// A value and what remains of it, moved so many bits, after division.
function signed(value, degree, divisor) {
  let rest = value << degree;
  for (let k = 17; k >= degree; k -= 1) if ((rest >> k) & 1) rest ^= divisor << (k - degree);
  return (value << degree) | rest;
}

// What every code of a version has; null where the text goes.
function patterns(version, size) {
  const last = size - 7;
  const stops = version < 2 ? [] : version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  const nearest = (eyes, y, x) => Math.min(...eyes.map(([a, b]) => Math.max(Math.abs(y - a), Math.abs(x - b))));
  const eyes = [[3, 3], [3, size - 4], [size - 4, 3]];
  const small = stops.flatMap((y) => stops.map((x) => [y, x])).filter((at) => nearest(eyes, ...at) > 4);
  const rows = upTo(size).map((y) => upTo(size).map((x) => {
    const far = nearest(eyes, y, x), near = nearest(small, y, x);
    if (far < 5) return far === 2 || far === 4 ? 0 : 1;
    if (near < 3) return near === 1 ? 0 : 1;
    return y === 6 || x === 6 ? 1 - ((y + x) % 2) : null;
  }));
  format(rows, size, 0);
  if (version > 6) {
    binary(signed(version, 12, 0x1f25), 18).reverse().forEach((dark, k) => {
      const a = size - 11 + (k % 3), b = Math.floor(k / 3);
      rows[a][b] = rows[b][a] = dark;
    });
  }
  return rows;
}

// Up and down in columns of two, from the right.
function placed(rows, size, bits, flips) {
  let n = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let k = 0; k < size; k += 1) {
      const y = (right + 1) & 2 ? k : size - 1 - k;
      for (const x of [right, right - 1]) rows[y][x] ??= (bits[n++] ?? 0) ^ (flips(y, x) ? 0 : 1);
    }
  }
  return rows;
}

// Level and mask, twice, and the module that is always dark.
function format(rows, size, value) {
  const bits = signed(value, 10, 0x537) ^ 0x5412;
  for (let k = 0; k < 15; k += 1) {
    rows[k < 6 ? k : k < 8 ? k + 1 : size - 15 + k][8] = rows[8][k < 8 ? size - 1 - k : k < 9 ? 7 : 14 - k] = (bits >> k) & 1;
  }
  rows[size - 8][8] = 1;
}

// How hard to read: long runs, what looks like an eye, squares, more dark than light or less.
function penalty(rows, size) {
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))].map((line) => line.join(""));
  const dark = rows.flat().reduce((sum, bit) => sum + bit);
  let cost = Math.floor(Math.abs((dark * 20) / size ** 2 - 10)) * 10;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) cost += run.length - 2;
    cost += 40 * [...`0000${line}0000`.matchAll(/00001011101|1011101(?=0000)/g)].length;
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      if ((rows[y][x] + rows[y - 1][x] + rows[y][x - 1] + rows[y - 1][x - 1]) % 4 === 0) cost += 3;
    }
  }
  return cost;
}

// A picture of the code, black on white whatever the colours of the page.
export function drawn(text) {
  const { size, rows } = matrix(text);
  const whole = size + QUIET * 2;
  const element = (name, attributes, ...parts) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...parts);
    return made;
  };
  const path = (fill, d) => element("path", { fill, d });
  const dark = rows.flatMap((row, y) => row.map((bit, x) => (bit ? `M${x} ${y}h1v1h-1z` : "")));
  return element("svg", { viewBox: [-QUIET, -QUIET, whole, whole].join(" "), "shape-rendering": "crispEdges" },
    path("#fff", `M-${QUIET}-${QUIET}h${whole}v${whole}H-${QUIET}z`), path("#000", dark.join("")));
}
