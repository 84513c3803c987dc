// The page that finds groups. What is asked stands behind the # of the address, so that it can be shared and no server sees it.

import { said } from "../search/page.js";
import { Choices } from "./choices.js";
import { Model } from "./model.js";
import { locate } from "./near.js";
import { Outcome, STEP } from "./outcome.js";
import { Place } from "./place.js";
import { read, texts } from "./rows.js";
import { unpack, unpackTraits } from "./unpack.js";

const PAUSE = 250, RADIUS = 5, BROUGHT = "#near=";
const lang = document.documentElement.lang;

export class Finder {
  constructor(page) {
    this.page = page;
    this.turn = 0;
    this.sorted = ""; // the order that was asked for by name
    [this.words, this.radius, this.sort] = ["#words", "#radius", "#sort"].map((selector) => this.part(selector));
  }

  part(selector) {
    return this.page.querySelector(selector);
  }

  // The questions can be answered while the index is still on its way.
  async begin() {
    const brought = taken();
    const near = brought ?? new URLSearchParams(location.hash.slice(1)).get("near");
    if (near || "places" in this.page.dataset) locate(near ?? "").catch(() => {}); // so that where is known by the time it is asked
    const index = read("find/index.json").then(unpack);
    index.catch(() => {});
    this.texts = await texts();
    this.choices = new Choices(this.page, this.texts, () => this.changed());
    this.outcome = new Outcome(this.page, this.texts);
    this.place = new Place(this.page, this.texts, (led) => this.changed(led));
    this.ready = index.then((found) => {
      this.index = this.outcome.index = found;
      this.model = new Model(found, new Date(), this.texts.days);
    });
    this.part(".finder-form").hidden = false;
    this.listen();
    this.unfold();
    return Promise.all([this.ready, this.follow(brought)]);
  }

  // What filters, their numbers and words take. The first results near a place need none of it.
  whole() {
    return (this.learnt ??= read("find/traits.json").then((data) => {
      this.traits = unpackTraits(data);
      this.model.learn(this.traits);
    }).catch((trouble) => {
      this.learnt = null;
      throw trouble;
    }));
  }

  listen() {
    this.part(".finder-form").addEventListener("submit", (event) => { event.preventDefault(); this.place.ask(true); });
    this.part(".filter-form").addEventListener("submit", (event) => event.preventDefault());
    this.words.addEventListener("input", () => {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.changed(), PAUSE);
    });
    this.radius.addEventListener("change", () => this.changed());
    this.sort.addEventListener("change", () => {
      this.sorted = this.sort.value;
      this.changed();
    });
    const map = this.part(".show-map");
    map.hidden = false;
    map.addEventListener("click", () => this.toggleMap());
    addEventListener("hashchange", () => { if (!location.hash || location.hash.includes("=")) this.follow(); });
  }

  // Filters stand beside the results where there is room, folded above them where there is not.
  unfold() {
    const wide = matchMedia("(min-width: 60rem)");
    const follow = () => { this.part(".filters").open = wide.matches; };
    follow();
    wide.addEventListener("change", follow);
  }

  // What the address asks for, and the place that was brought to it.
  async follow(brought = taken()) {
    const { count = STEP, left } = history.state ?? {};
    const stated = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    this.words.value = stated.get("q") ?? "";
    this.radius.value = stated.get("within") ?? RADIUS;
    if (!this.radius.value) this.radius.value = RADIUS;
    this.sorted = stated.get("sort") ?? "";
    this.choices.read(stated);
    this.outcome.count = count;
    if (brought) {
      history.replaceState(null, "", BROUGHT); // so that one step back leads to the page it was typed on
      this.place.input.value = brought;
      return this.place.ask(true);
    }
    // Where a place may be one of several, the reader says first which.
    const known = await this.place.read(stated);
    if (!known || ![...stated.keys()].length) this.part(".outcome").hidden = true;
    else await this.show();
    if (!left) return;
    history.replaceState(null, "");
    this.part(`.outcome-main [data-asset="${CSS.escape(left)}"] a`)?.focus();
  }

  write() {
    const stated = new URLSearchParams();
    this.place.write(stated);
    if (Number(this.radius.value) !== RADIUS) stated.set("within", this.radius.value);
    if (this.words.value.trim()) stated.set("q", this.words.value.trim());
    if (this.sorted) stated.set("sort", this.sorted);
    this.choices.write(stated);
    if (![...stated.keys()].length) stated.set("all", "");
    const hash = `#${stated}`;
    const way = location.hash === BROUGHT ? "replaceState" : "pushState";
    if (hash !== location.hash) history[way](null, "", location.pathname + hash);
  }

  changed(led = false) {
    clearTimeout(this.later);
    this.outcome.count = STEP;
    this.write();
    return this.show(led);
  }

  async show(led = false) {
    const turn = ++this.turn, { here } = this.place;
    const still = () => turn === this.turn;
    const words = this.words.value.trim();
    const sort = this.ordered(here, words);
    try {
      await this.ready;
      const { chosen } = this.choices;
      const narrowed = words || Object.entries(chosen).some(([facet, ids]) => facet !== "area" && ids.size);
      const [order] = await Promise.all([sort === "name" ? read(`find/${lang}/order.json`) : null, narrowed && this.whole()]);
      const found = words && await import("./words.js").then((module) => module.found(words, this.index.main, this.traits));
      if (!still()) return;
      const radius = Number(this.radius.value);
      const answer = this.model.find({
        choices: chosen, here: here && [here.lat, here.lon], area: here?.area, radius, sort, words: found?.numbers, order,
      });
      this.outcome.warn(found?.crisis ? found.texts : null);
      this.choices.showChips(this.others(words, here));
      const counted = Boolean(this.traits);
      if (counted) this.choices.count(this.model, answer);
      await this.outcome.show(answer, { here, radius, sort, led, area: [...(chosen.area ?? [])][0] ?? answer.area }, still);
      if (still()) this.map?.show(answer.numbers, here);
      if (counted) return;
      await this.whole();
      if (still()) this.choices.count(this.model, answer);
    } catch (trouble) {
      this.part(".trouble").hidden = false;
      console.info(trouble);
    }
  }

  // How to sort: there is no nearest and no how far without a place, no best match without words.
  ordered(here, words) {
    const pointless = { distance: !here, fit: !words };
    for (const option of this.sort.options) option.disabled = pointless[option.value] ?? false;
    this.part(".radius").hidden = !here;
    const wanted = [...this.sort.options].find((option) => option.value === this.sorted && !option.disabled);
    this.sort.value = wanted ? this.sorted : here ? "distance" : words ? "fit" : "checked";
    return this.sort.value;
  }

  // What else narrows down, to be taken away like a filter.
  others(words, here) {
    const place = here?.device && { name: said(this.texts.near, { place: here.label }), drop: () => this.place.forget() };
    const asked = words && { name: said(this.texts.words, { words }), drop: () => { this.words.value = ""; } };
    return [place, asked].filter(Boolean);
  }

  async toggleMap() {
    const button = this.part(".show-map"), place = this.part(".map");
    const shown = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!shown));
    place.hidden = shown;
    this.map?.close();
    this.map = null;
    if (shown) return;
    try {
      const { ResultMap } = await import("./map.js");
      const map = await ResultMap.open(place, this.index, this.texts);
      if (place.hidden || this.map) return void map.close();
      this.map = map;
      map.reveal = (n) => this.outcome.reveal(n);
      map.search = (here, radius) => this.lookFrom(here, radius);
      map.show(this.outcome.answer.numbers, this.place.here);
    } catch (trouble) {
      button.setAttribute("aria-expanded", "false");
      place.hidden = true;
      this.part(".trouble").hidden = false;
      console.info(trouble);
    }
  }

  // From somewhere else than a place that was typed, so many miles around.
  lookFrom(here, radius) {
    this.radius.value = String(radius);
    return this.place.from(here, false);
  }
}

// A place that was typed on the home page or into the search, once.
function taken() {
  try {
    const place = sessionStorage.getItem("geirfa.near");
    sessionStorage.removeItem("geirfa.near");
    return place;
  } catch {
    return null;
  }
}

const page = document.getElementById("finder");
if (page) {
  new Finder(page).begin().catch((trouble) => {
    page.querySelector(".trouble").hidden = false;
    console.info(trouble);
  });
}
