// The pins of the map: a button for each place, one for several that would lie over each other. In the order of the list, each
// with a name that can be heard.

import { make, said } from "../search/page.js";
import { far } from "./far.js";
import { kilometres } from "./model.js";
import { card } from "./rows.js";
import { bounds, spotsOf, together } from "./spots.js";

const MILE = 1.609344, AROUND = 0.15;
const APART = 2.7; // rem: a little more than the largest pin

// What a result shows of an asset: its name, the language of that where it is another, its town.
export async function about(n, block) {
  const made = await card(n, block);
  const link = made.querySelector("h3 a");
  return { name: link.textContent, language: link.getAttribute("lang"), town: made.querySelector(".town")?.textContent ?? "" };
}

export class Pins {
  // On a map of the library `L`; `base` knows the names of places. `act` is {choose(n), closer(pin), list(pin), hint(text)}: what
  // pins do, a pin being {n, numbers, spots, at, name}, with all the assets that stand there in the order of the list.
  constructor(L, map, base, index, texts, act) {
    Object.assign(this, { L, map, base, index, texts, act });
    this.layer = L.layerGroup().addTo(map);
    this.made = [];
  }

  // Assets in the order of the list; where the reader looks from, or null.
  show(numbers, here) {
    this.here = here;
    this.order = new Map(numbers.map((n, k) => [n, k]));
    this.spots = spotsOf(numbers, this.index.at);
    this.held = new Map();
  }

  // Of each asset the place nearest to where the reader looks from.
  nearest() {
    const found = new Map();
    for (const spot of this.spots) {
      const known = found.get(spot.n);
      if (!known || (this.here && this.miles(spot) < this.miles(known))) found.set(spot.n, spot);
    }
    return [...found.values()];
  }

  miles({ lat, lon }) {
    return kilometres(this.here.lat, this.here.lon, lat, lon) / MILE;
  }

  get reach() {
    return APART * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  groups(zoom) {
    if (!this.held.has(zoom)) this.held.set(zoom, together(this.spots, (spot) => this.map.project(spot, zoom), this.reach));
    return this.held.get(zoom);
  }

  // The room that pins take at a zoom: circles {x, y, r} in pixels of the whole world.
  circles(zoom) {
    const pins = this.groups(zoom).map(({ point: { x, y }, spots: { length } }) => ({ x, y, r: this.reach / (length > 1 ? 2 : 2.8) }));
    return this.here ? [...pins, { ...this.map.project(this.here, zoom), r: this.reach / 1.6 }] : pins;
  }

  // What is in view, in the order of the list. Focus stays where it was, or goes to the pin of the asset `next`.
  draw(next) {
    const zoom = this.map.getZoom();
    const view = this.map.getBounds().pad(AROUND);
    const seen = this.groups(zoom).filter(({ at }) => view.contains(at)).map((group) => this.sorted(group));
    seen.sort((a, b) => this.order.get(a.n) - this.order.get(b.n));
    const focus = next ?? this.focused?.n;
    this.layer.clearLayers();
    if (this.here) this.stand(this.here, make("span", { class: "map-here" }));
    this.made = seen.map((pin) => this.pin(pin, zoom));
    this.mark(this.marked);
    return focus === undefined || this.focus(focus);
  }

  sorted({ at, spots }) {
    const numbers = [...new Set(spots.map(({ n }) => n))].sort((a, b) => this.order.get(a) - this.order.get(b));
    return { at, spots, numbers, n: numbers[0] };
  }

  get focused() {
    return this.made.find(({ button }) => button === document.activeElement);
  }

  // Puts focus on the pin of an asset; false where none is in view.
  focus(n) {
    const pin = this.made.find(({ numbers }) => numbers.includes(n));
    pin?.button.focus({ preventScroll: true });
    return Boolean(pin);
  }

  // Shows which pin an asset stands behind; none without one.
  mark(n) {
    this.marked = n;
    for (const { button, numbers } of this.made) button.classList.toggle("marked", numbers.includes(n));
  }

  stand({ lat, lon }, element) {
    const icon = this.L.divIcon({ html: element, className: "map-at", iconSize: [0, 0] });
    this.L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(this.layer);
  }

  pin(pin, zoom) {
    const several = pin.numbers.length > 1;
    const name = make("span", { class: "unseen" });
    const shown = several && make("span", { "aria-hidden": "true" }, String(pin.numbers.length));
    const button = make("button", { type: "button", class: several ? "pin several" : "pin" }, shown, name);
    const act = several ? this.several(pin, name, zoom) : this.single(pin, name, zoom);
    button.classList.toggle("rough", !several && this.rough(pin.n));
    button.addEventListener("click", (event) => {
      if (!event.detail || !this.map.dragging.moved()) act(); // a drag that began on a pin is none of its business
    });
    button.addEventListener("dblclick", (event) => event.stopPropagation());
    for (const event of ["mouseenter", "focus"]) button.addEventListener(event, () => this.act.hint(name.textContent));
    for (const event of ["mouseleave", "blur"]) button.addEventListener(event, () => this.act.hint(""));
    this.stand(pin.at, button);
    return Object.assign(pin, { button, name });
  }

  near({ lat, lon }, zoom, [with_, without], n) {
    const place = this.base.near(lat, lon, zoom);
    return said(place ? with_ : without, { n, place });
  }

  several(pin, name, zoom) {
    const { texts: t } = this;
    const apart = this.part(pin.spots);
    name.textContent = this.near(pin.at, zoom, apart ? [t.cluster, t.clusterBare] : [t.oneSpot, t.oneSpotBare], pin.numbers.length);
    return () => (apart ? this.act.closer(pin) : this.act.list(pin));
  }

  // "Name, town, less than half a mile", as soon as the name is known.
  single(pin, name, zoom) {
    const { texts: t } = this;
    name.textContent = this.near(pin.at, zoom, [t.single, t.singleBare], 1);
    about(pin.n, this.index.block).then(({ name: called, language, town }) => {
      const rest = [town, this.here && far(t, this.miles(pin.at)), this.rough(pin.n) && t.rough].filter(Boolean);
      name.replaceChildren(make("span", { lang: language }, called), ...rest.map((part) => `, ${part}`));
      if (this.focused === pin || pin.button.matches(":hover")) this.act.hint(name.textContent);
    }).catch(console.info);
    return () => this.act.choose(pin.n);
  }

  rough(n) {
    return this.index.rough.has(n);
  }

  // Whether a closer look sets some of these apart.
  part(spots) {
    const deepest = this.map.getMaxZoom();
    if (this.map.getZoom() >= deepest) return false;
    const [a, b] = bounds(spots).map((corner) => this.map.project(corner, deepest));
    return Math.hypot(a.x - b.x, a.y - b.y) > this.reach;
  }
}
