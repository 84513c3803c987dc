// The base of our own map: land, towns and names, drawn on canvases from one small file (generator/geo/base.py describes it).
// No tile server knows who looks at what.

import { cells, DIGITS, rings, smooth } from "./outline.js";
import { Room } from "./room.js";

// From which zoom to which a level of places is named, how large (in rem), and whether it is an area. Any other
// level counts as a town.
const LEVELS = {
  city: { from: 0, to: 22, size: 0.9, weight: 700 },
  country: { from: 0, to: 7, size: 0.9, weight: 400, area: true },
  authority: { from: 8, to: 10, size: 0.8, weight: 400, area: true },
  town: { from: 8, to: 22, size: 0.82, weight: 600 },
  district: { from: 10, to: 12, size: 0.8, weight: 400, area: true },
  valley: { from: 10, to: 12, size: 0.8, weight: 400, area: true },
  suburb: { from: 12, to: 22, size: 0.78, weight: 400 },
  village: { from: 11, to: 22, size: 0.78, weight: 400 },
  hamlet: { from: 12, to: 22, size: 0.75, weight: 400 },
};
// Where a name may stand, the best first: its middle so many rem to the right of its place and below it, and by how many halves
// of its width it is moved to the right. That of an area may be moved about, as an area is wide.
const AROUND = [[0, 0, 0], [0, 1.1, 0], [0, -1.1, 0], [0, 1.8, 0], [0, -1.8, 0], [0.9, 0, 1], [-0.9, 0, -1], [0.5, 1.5, 1], [-0.5, 1.5, -1],
  [0.5, -1.5, 1], [-0.5, -1.5, -1], [1.6, 0, 1], [-1.6, 0, -1], [0, 2.6, 0], [0, -2.6, 0],
  [2.3, 0, 1], [-2.3, 0, -1], [1.5, 1.6, 1], [-1.5, 1.6, -1], [1.5, -1.6, 1], [-1.5, -1.6, -1]];
const ABOUT = [0, 1.5, -1.5, 3, -3].flatMap((x) => [0, 1.5, -1.5, 3, -3].map((y) => [x, y, 0]))
  .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));
const AIR = 0.5, SPREAD = "0.06em";

export class Base {
  // `file` is what generator/geo/base.py wrote, `lang` the reader's language.
  constructor(L, file, lang) {
    this.L = L;
    const own = Math.max(file.langs.indexOf(lang), 0);
    const [south, west, north, east] = file.box;
    const number = ([high, low], k) => DIGITS.indexOf(high[k]) * DIGITS.length + DIGITS.indexOf(low[k]);
    this.names = file.names.map((joined, k) => {
      const names = joined.split("|");
      const lat = south + north * number(file.lat, k), lon = west + east * number(file.lon, k);
      return { name: names[own] || names[0], lat, lon, level: LEVELS[file.levels[number(file.level, k)]] ?? LEVELS.town };
    });
    this.shape = file.shape;
    this.clear(() => []);
  }

  // Names make room for what `avoid` tells of a zoom: circles {x, y, r} in pixels of the whole world.
  clear(avoid) {
    this.avoid = avoid;
    this.placed = new Map();
  }

  // The corners of what is drawn, or null where there is no shape.
  get corners() {
    if (!this.shape) return null;
    const { from, step, width, land } = this.shape;
    return [[from[0], from[1]], [from[0] + step[0] * land.split(".").length, from[1] + step[1] * width]];
  }

  // The place that a point is nearest to, of those that are named at a zoom; "" where there is none.
  near(lat, lon, zoom) {
    const east = Math.cos((lat * Math.PI) / 180);
    const some = this.names.filter(({ level }) => !level.area && level.from <= zoom);
    let found = "", least = Infinity;
    for (const place of some.length ? some : this.names) {
      const apart = (place.lat - lat) ** 2 + ((place.lon - lon) * east) ** 2;
      if (apart < least) [found, least] = [place.name, apart];
    }
    return found;
  }

  // A layer for Leaflet. Its colours are those of the style of the element that `look` reads.
  layer(look) {
    const base = this;
    const Layer = this.L.GridLayer.extend({
      createTile(coords) {
        const tile = document.createElement("canvas");
        base.paint(tile, coords, this.getTileSize().x, look);
        return tile;
      },
    });
    return new Layer({ keepBuffer: 1, updateWhenZooming: false });
  }

  // Paths in pixels of zoom 0 from the corner in the north-west of the whole: what a number can hold is not exact enough further off.
  get paths() {
    if (this.held) return this.held;
    const { L, shape: { from, step, width, land, towns } } = this;
    const project = (lat, lon) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
    const high = land.split(".").length;
    const origin = project(from[0] + step[0] * high, from[1]);
    const place = (x, y) => {
      const point = project(from[0] + step[0] * (y - 1), from[1] + step[1] * (x - 1));
      return [(point.x - origin.x) * 256, (point.y - origin.y) * 256];
    };
    const path = (text, reach) => smooth(rings(cells(text, width)), reach, place);
    return (this.held = { origin, land: path(land, 6), towns: path(towns, 2) });
  }

  paint(tile, { x, y, z }, size, look) {
    const sharp = devicePixelRatio || 1;
    tile.width = tile.height = Math.ceil(size * sharp);
    const pen = tile.getContext("2d");
    if (this.shape) {
      const { origin, land, towns } = this.paths;
      const scale = 2 ** z;
      pen.setTransform((sharp * scale) / 256, 0, 0, (sharp * scale) / 256, sharp * (origin.x * scale - x * size), sharp * (origin.y * scale - y * size));
      pen.fillStyle = look("--map-land");
      pen.fill(land, "evenodd");
      pen.fillStyle = look("--map-town");
      pen.fill(towns, "evenodd");
      pen.strokeStyle = look("--map-edge");
      pen.lineWidth = (256 / scale) * 1.25;
      pen.stroke(land);
    }
    pen.setTransform(sharp, 0, 0, sharp, -x * size * sharp, -y * size * sharp);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 3;
    for (const { name, font, left, right, top, bottom, area } of this.labels(z, pen)) {
      if (left > (x + 1) * size || right < x * size || top > (y + 1) * size || bottom < y * size) continue;
      pen.font = font;
      pen.letterSpacing = area ? SPREAD : "0px";
      const at = [name, (left + right) / 2, (top + bottom) / 2];
      pen.strokeStyle = look("--map-halo");
      pen.strokeText(...at);
      pen.fillStyle = look(area ? "--map-area" : "--map-name");
      pen.fillText(...at);
    }
  }

  // The names that find room at a zoom, in pixels of the whole world: the same on whichever tile they come to lie.
  labels(zoom, pen) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const key = `${zoom} ${rem}`;
    if (!this.placed.has(key)) this.placed.set(key, this.arrange(zoom, pen, rem));
    return this.placed.get(key);
  }

  // Each name where it first finds room: over its place, below, above or beside it.
  arrange(zoom, pen, rem) {
    const room = new Room(8 * rem);
    for (const { x, y, r } of this.avoid(zoom)) room.take({ left: x - r, right: x + r, top: y - r, bottom: y + r });
    const placed = [], air = AIR * rem * (zoom < 10 ? 2 : 1);
    for (const { name, lat, lon, level } of this.names) {
      if (zoom < level.from || zoom > level.to) continue;
      const point = this.L.CRS.EPSG3857.latLngToPoint(this.L.latLng(lat, lon), zoom);
      const size = level.size * rem;
      const font = `${level.weight} ${size}px system-ui, sans-serif`;
      pen.font = font;
      pen.letterSpacing = level.area ? SPREAD : "0px";
      const half = pen.measureText(name).width / 2;
      for (const [aside, below, halves] of level.area ? ABOUT : AROUND) {
        const x = point.x + aside * rem + halves * half, y = point.y + below * rem;
        const box = { left: x - half, right: x + half, top: y - size * 0.65, bottom: y + size * 0.65 };
        if (!room.free(box)) continue;
        room.take({ left: box.left - air, right: box.right + air, top: box.top - air, bottom: box.bottom + air });
        placed.push({ name, font, area: Boolean(level.area), ...box });
        break;
      }
    }
    return placed;
  }
}
