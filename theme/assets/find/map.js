// The map of what was found: asked for by a button, then loaded with its library from our own address. It shows what the list
// below it shows, and leads there.

import { make, said } from "../search/page.js";
import { Base } from "./base.js";
import { kilometres } from "./model.js";
import { button, style } from "./parts.js";
import { about, Pins } from "./pins.js";
import { read } from "./rows.js";
import { bounds, spotsOf } from "./spots.js";
import { Tiles } from "./tiles.js";

const MILE = 1.609344, RADII = [2, 5, 10, 20, 50];
const CLOSE = 14, DEEPEST = 15;
const NOWHERE = { langs: [], levels: [], box: [0, 0, 0, 0], names: [] }, WORLD = [[-60, -170], [70, 170]];
const lang = document.documentElement.lang;

export class ResultMap {
  // A map in an element of the finder's page, empty till `show` is called. Rejects where something cannot be loaded.
  static async open(container, index, texts) {
    const [base] = await Promise.all([
      read("geo/base.json").catch(() => NOWHERE), // a site may know no places: groups have points all the same
      import("../leaflet/leaflet.js"), style("leaflet/leaflet.css"), style("find/map.css"),
    ]);
    return new ResultMap(container, index, texts, new Base(globalThis.leaflet, base, lang));
  }

  constructor(container, index, texts, base) {
    Object.assign(this, { index, texts, base, L: globalThis.leaflet });
    this.still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.list = container.parentElement.querySelector("ol.results");
    this.opener = container.parentElement.querySelector(".show-map");
    this.numbers = [];
    // What a finder may put here: the result of an asset, as a promise of its element; to look from another place, {lat, lon,
    // label}, so many miles around.
    this.reveal = async (n) => this.list.children[this.numbers.indexOf(n)];
    this.search = null;
    this.build(container);
    this.draw();
    this.follow();
  }

  build(container) {
    const { texts: t } = this;
    this.view = make("div", { class: "map-view", role: "group", "aria-label": t.mapKeys });
    this.hint = make("p", { class: "map-hint", "aria-hidden": "true" });
    this.note = make("p", { class: "map-note", id: "map-note" });
    this.again = button("button map-again", () => this.searchHere(), t.searchMap);
    this.again.hidden = true;
    this.panel = make("div", { class: "map-listed", role: "group", hidden: true });
    this.sizes = [["+", t.zoomIn, 1], ["−", t.zoomOut, -1]].map(([sign, label, step]) => {
      const made = button("button", () => this.map.setZoom(this.map.getZoom() + step), make("span", { "aria-hidden": "true" }, sign));
      made.setAttribute("aria-label", label);
      return made;
    });
    this.credit = make("p", { class: "map-credit" });
    const away = button("button map-away", () => { this.opener.click(); this.opener.focus(); }, t.closeMap);
    const frame = make("div", { class: "map-frame" }, make("div", { class: "map-sizes" }, ...this.sizes), this.view, this.hint, this.again);
    this.region = make("section", { class: "map-region", "aria-label": t.map, "aria-describedby": "map-note" },
      make("div", { class: "map-head" }, this.note, away), frame, this.panel, this.credit);
    container.replaceChildren(this.region);
  }

  draw() {
    const { L } = this;
    const every = [...spotsOf(this.index.at.keys(), this.index.at), ...this.base.names];
    this.whole = L.latLngBounds(this.base.corners ?? (every.length ? bounds(every) : WORLD));
    this.map = L.map(this.view, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false, boxZoom: false, tapHold: false,
      zoomAnimation: !this.still, fadeAnimation: !this.still, markerZoomAnimation: !this.still, inertia: !this.still,
      maxBounds: this.whole.pad(0.3), maxBoundsViscosity: 1, maxZoom: DEEPEST,
    });
    this.fit(this.whole, 0);
    this.map.setMinZoom(Math.min(this.map.getZoom(), CLOSE));
    const colours = getComputedStyle(this.view);
    this.ground = this.base.layer((name) => colours.getPropertyValue(name).trim());
    this.pins = new Pins(L, this.map, this.base, this.index, this.texts, {
      choose: (n) => this.choose(n), closer: (pin) => this.closer(pin), list: (pin) => this.listed(pin),
      hint: (text) => { this.hint.textContent = text; },
    });
    const own = document.querySelector("template.map-credit")?.content;
    const swapped = (credit) => this.credit.replaceChildren(credit ?? own?.cloneNode(true) ?? "");
    this.tiles = new Tiles(L, this.map, this.ground, this.texts, document.querySelector("template.map-tiles"), swapped);
    if (!this.tiles.on) {
      this.ground.addTo(this.map);
      swapped();
    }
    this.region.append(this.tiles.ask);
  }

  follow() {
    this.watch = new AbortController();
    const { signal } = this.watch;
    const listen = (target, names, act) => names.forEach((name) => target.addEventListener(name, act, { signal }));
    const asset = ({ target }) => this.numbers[[...this.list.children].indexOf(target.closest("li.asset"))];
    listen(this.list, ["mouseover", "focusin"], (event) => this.pins.mark(asset(event)));
    listen(this.list, ["mouseleave", "focusout"], () => this.pins.mark());
    listen(this.region, ["keydown"], (event) => event.key === "Escape" && this.leave(event));
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      listen(matchMedia(query), ["change"], () => this.ground.redraw());
    }
    // The wheel belongs to the page until the map is used.
    this.map.on("focus", () => this.map.scrollWheelZoom.enable()).on("blur", () => this.map.scrollWheelZoom.disable());
    this.map.on("moveend", () => this.moved());
  }

  // Takes the map away, and all that listens for it.
  close() {
    this.watch.abort();
    this.unchoose();
    this.map.remove();
    this.region.remove();
  }

  // What was found, in the order of the list; where the reader looks from, {lat, lon, label}, or null.
  show(numbers, here) {
    const elsewhere = JSON.stringify(here) !== JSON.stringify(this.here);
    const untouched = this.again.hidden;
    Object.assign(this, { numbers, here });
    this.pins.show(numbers, here);
    this.base.clear((zoom) => this.pins.circles(zoom));
    this.panel.hidden = true;
    const without = numbers.filter((n) => !this.index.at[n].length).length;
    this.note.textContent = [this.texts.mapSame, without ? said(this.texts.unplaced, { n: without }) : ""].filter(Boolean).join(" ");
    const view = this.map.getBounds();
    const seen = this.pins.spots.some((spot) => view.contains(spot));
    if (!this.kept && (elsewhere || untouched || !seen)) this.frame();
    this.kept = false;
    this.again.hidden = true;
    this.shown = true;
    this.pins.draw();
    this.ground.redraw();
    this.size();
  }

  // All that was found comes into view: of each group its nearest place, as others may be far off.
  frame() {
    const seen = [...this.pins.nearest(), ...(this.here ? [this.here] : [])];
    if (seen.length) this.fit(bounds(seen), 28);
    else this.fit(this.whole, 0);
  }

  fit(box, room) {
    this.ours = true;
    this.map.fitBounds(box, { padding: [room, room], maxZoom: CLOSE, animate: false });
    this.ours = false;
  }

  moved() {
    if (!this.shown || this.ours) return;
    this.again.hidden = !this.search;
    if (!this.pins.draw(this.next)) this.view.focus({ preventScroll: true });
    this.next = undefined;
    this.size();
  }

  size() {
    const zoom = this.map.getZoom();
    this.sizes[0].setAttribute("aria-disabled", String(zoom >= this.map.getMaxZoom()));
    this.sizes[1].setAttribute("aria-disabled", String(zoom <= this.map.getMinZoom()));
  }

  // Sets the groups of a pin apart; focus goes to the first of them.
  closer({ spots, n }) {
    const box = this.L.latLngBounds(bounds(spots));
    const zoom = Math.max(this.map.getBoundsZoom(box.pad(0.2)), this.map.getZoom() + 1);
    this.go(n, box.getCenter(), Math.min(zoom, this.map.getMaxZoom()));
  }

  // To a view in which the pin of an asset takes focus.
  go(n, middle, zoom) {
    this.next = n;
    this.map.setView(middle, zoom, { animate: false });
  }

  // Groups that stand at one place are named below the map.
  async listed(pin) {
    const known = await Promise.all(pin.numbers.map((n) => about(n, this.index.block)));
    const entries = known.map(({ name, language }, k) => {
      const made = button("as-link", () => this.choose(pin.numbers[k]), name);
      if (language) made.lang = language;
      return make("li", {}, made);
    });
    this.panel.setAttribute("aria-label", pin.name.textContent);
    this.panel.replaceChildren(make("ul", {}, ...entries), button("button", () => this.shut(), this.texts.shut));
    this.panel.hidden = false;
    this.listedFor = pin.n;
    entries[0].firstChild.focus();
  }

  shut() {
    this.panel.hidden = true;
    if (!this.pins.focus(this.listedFor)) this.view.focus({ preventScroll: true });
  }

  // Esc closes what is open, then leads to the list.
  leave(event) {
    event.preventDefault();
    if (!this.panel.hidden) return void this.shut();
    (this.list.querySelector("a[href]") ?? this.opener).focus();
  }

  // To the result of a pin, which then has a way back.
  async choose(n) {
    const found = await this.reveal(n);
    if (!found) return;
    this.unchoose();
    found.classList.add("chosen");
    this.back = button("button map-back", () => this.seek(n), this.texts.onMap);
    found.append(this.back);
    found.querySelector("a[href]").focus({ preventScroll: true });
    found.scrollIntoView({ block: "center", behavior: this.still ? "auto" : "smooth" });
  }

  unchoose() {
    this.back?.closest(".asset")?.classList.remove("chosen");
    this.back?.remove();
  }

  // To the pin of a result.
  seek(n) {
    this.region.scrollIntoView({ block: "start", behavior: this.still ? "auto" : "smooth" });
    const spot = this.pins.nearest().find((one) => one.n === n);
    if (this.map.getBounds().contains(spot) && this.pins.focus(n)) return;
    this.go(n, spot, Math.max(this.map.getZoom(), CLOSE));
  }

  searchHere() {
    const { lat, lng } = this.map.getCenter(), box = this.map.getBounds();
    const half = Math.min(kilometres(lat, lng, box.getNorth(), lng), kilometres(lat, lng, lat, box.getEast())) / MILE;
    const round = (degrees) => Math.round(degrees * 1000) / 1000;
    this.kept = true;
    this.view.focus({ preventScroll: true });
    this.search({ lat: round(lat), lon: round(lng), label: this.texts.mapPart }, RADII.find((radius) => radius >= half) ?? 0);
  }
}
