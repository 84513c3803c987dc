// From rows of cells, as generator/geo/raster.py writes them, to outlines that can be drawn.

export const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LAST = DIGITS.length - 1;

// Rows of cells as 0 and 1, one after the other, each with an empty cell before it and behind it, and an empty row around.
export function cells(text, width) {
  const lines = text.split(".");
  const found = { wide: width + 2, high: lines.length + 2, bits: new Uint8Array((width + 2) * (lines.length + 2)) };
  lines.forEach((line, y) => {
    let x = 1, there = 0, length = 0;
    for (const sign of line) {
      const digit = DIGITS.indexOf(sign);
      length += digit;
      if (digit === LAST) continue;
      if (there) found.bits.fill(1, (y + 1) * found.wide + x, (y + 1) * found.wide + x + length);
      x += length;
      there = 1 - there;
      length = 0;
    }
  });
  return found;
}

// The outlines of what is there, each a ring of corners [x, y, x, y …], with what is there to its left.
export function rings({ wide, high, bits }) {
  const next = new Map();
  const edge = (from, to) => next.set(from, [...(next.get(from) ?? []), to]);
  for (let y = 1; y < high - 1; y += 1) {
    for (let x = 1; x < wide - 1; x += 1) {
      const k = y * wide + x;
      if (!bits[k]) continue;
      if (!bits[k - wide]) edge(k, k + 1);
      if (!bits[k + 1]) edge(k + 1, k + 1 + wide);
      if (!bits[k + wide]) edge(k + 1 + wide, k + wide);
      if (!bits[k - 1]) edge(k + wide, k);
    }
  }
  const found = [];
  while (next.size) {
    const [start] = next.keys();
    const ring = [];
    let k = start;
    do {
      const ways = next.get(k);
      ring.push(k % wide, Math.floor(k / wide));
      const to = ways.pop();
      if (!ways.length) next.delete(k);
      k = to;
    } while (k !== start);
    found.push(ring);
  }
  return found;
}

// A ring without its steps: each corner becomes the middle of those around it, `reach` to either side. Small rings stay as large.
function calm(ring, reach) {
  const n = ring.length / 2, side = Math.min(reach, Math.floor(n / 8));
  const found = [];
  for (let k = 0; k < n; k += 1) {
    let x = 0, y = 0, weight = 0;
    for (let step = -side; step <= side; step += 1) {
      const at = ((k + step + n) % n) * 2, w = side + 1 - Math.abs(step);
      [x, y, weight] = [x + w * ring[at], y + w * ring[at + 1], weight + w];
    }
    found.push(x / weight, y / weight);
  }
  return found;
}

// Rings as a path without corners and steps; `place` makes x and y of a drawing of those of a corner.
export function smooth(outlines, reach, place) {
  const path = new Path2D();
  for (const stepped of outlines) {
    const ring = calm(stepped, reach);
    const corner = (k) => [ring[k % ring.length], ring[(k + 1) % ring.length]];
    const middle = ([a, b], [c, d]) => place((a + c) / 2, (b + d) / 2);
    path.moveTo(...middle(corner(0), corner(2)));
    for (let k = 2; k <= ring.length; k += 2) path.quadraticCurveTo(...place(...corner(k)), ...middle(corner(k), corner(k + 2)));
    path.closePath();
  }
  return path;
}
