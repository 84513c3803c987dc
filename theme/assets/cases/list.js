// The list of case studies: narrowed down by what readers choose, and two or three ticked to stand side by side. What is chosen
// and ticked lives behind the # of the address.

import { Choices } from "../find/choices.js";
import { Status, said } from "../search/page.js";
import { MOST, chosen, hash, onSteps, texts } from "./chosen.js";

// Which studies meet the choices: those of one facet widen each other, those of different facets narrow.
export class Studies {
  constructor(entries) {
    this.entries = [...entries].map((line) => ({ line, id: line.dataset.study, traits: JSON.parse(line.dataset.traits) }));
  }

  // Those that meet the choices of all facets, or of all but one.
  found(choices, but = "") {
    const asked = Object.entries(choices).filter(([facet, ids]) => facet !== but && ids.size);
    return this.entries.filter(({ traits }) => asked.every(([facet, ids]) => traits[facet].some((id) => ids.has(id))));
  }

  // How many each choice of a facet would leave.
  counts(choices, facet) {
    const counts = new Map();
    for (const { traits } of this.found(choices, facet)) {
      for (const id of traits[facet]) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }
}

class List {
  constructor(page) {
    this.page = page;
    this.texts = texts(page);
    this.studies = new Studies(page.querySelectorAll(".study"));
    this.ticks = [...page.querySelectorAll("[data-compare]")];
    this.status = new Status(page.querySelector(".status"));
    this.ticking = new Status(page.querySelector(".compare-said"));
    this.bar = page.querySelector(".compare-bar");
    this.comparison = this.bar.querySelector("a").getAttribute("href");
    this.choices = new Choices(page, this.texts, () => this.changed());
    page.querySelector(".filter-form").addEventListener("submit", (event) => event.preventDefault());
    page.querySelector(".filters").hidden = false;
    for (const tick of this.ticks) {
      tick.closest(".pick").hidden = false;
      tick.addEventListener("change", () => this.tick());
    }
    this.bar.querySelector("button").addEventListener("click", () => this.untick());
    onSteps(() => this.follow());
    this.unfold();
    this.follow();
  }

  // Filters stand beside the list where there is room, folded above it where there is not.
  unfold() {
    const wide = matchMedia("(min-width: 60rem)");
    const follow = () => { this.page.querySelector(".filters").open = wide.matches; };
    follow();
    wide.addEventListener("change", follow);
  }

  // What the address asks for.
  follow() {
    const stated = new URLSearchParams(location.hash.slice(1));
    this.choices.read(stated);
    const ids = chosen(stated.get("ids"), this.ticks.map((tick) => tick.dataset.compare));
    for (const tick of this.ticks) tick.checked = ids.includes(tick.dataset.compare);
    this.show();
  }

  ticked() {
    return this.ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.compare);
  }

  changed() {
    this.write();
    this.show();
  }

  // Leaves in the address what is chosen and ticked.
  write() {
    const stated = new URLSearchParams();
    this.choices.write(stated);
    const ids = this.ticked();
    if (ids.length) stated.set("ids", ids.join(","));
    history.replaceState(null, "", location.pathname + hash(stated));
  }

  show() {
    const { chosen: choices } = this.choices, found = this.studies.found(choices), kept = new Set(found);
    for (const entry of this.studies.entries) entry.line.hidden = !kept.has(entry);
    for (const section of this.page.querySelectorAll(".country")) {
      const left = section.querySelectorAll(".study:not([hidden])").length;
      section.hidden = !left;
      section.querySelector("h2 .count").textContent = left;
    }
    this.page.querySelector(".none").hidden = found.length > 0;
    this.choices.count(this.studies, choices);
    this.choices.showChips([]);
    this.status.say(said(this.texts.found, { n: found.length, all: this.studies.entries.length }));
    this.offer();
  }

  tick() {
    this.write();
    this.offer();
    const note = this.bar.hidden ? "" : this.bar.querySelector(".compare-note").textContent;
    this.ticking.say([said(this.texts.ticked, { n: this.ticked().length }), note].filter(Boolean).join(". "));
  }

  untick() {
    for (const tick of this.ticks) tick.checked = false;
    this.tick();
    this.ticks.find((tick) => tick.checkVisibility())?.focus();
  }

  // What can be done with those that are ticked: no more than three go side by side.
  offer() {
    const ids = this.ticked(), link = this.bar.querySelector("a"), full = ids.length >= MOST;
    for (const tick of this.ticks) tick.disabled = full && !tick.checked;
    this.bar.hidden = !ids.length;
    link.hidden = ids.length < 2;
    link.setAttribute("href", `${this.comparison}#ids=${ids.join(",")}`);
    link.textContent = said(this.texts.compare, { n: ids.length });
    this.bar.querySelector(".compare-note").textContent = ids.length < 2 ? this.texts.another : full ? this.texts.full : "";
  }
}

const page = document.getElementById("studies");
if (page) new List(page);
