// What the found can be narrowed down by: choices with the number that each would leave, and the chosen ones as chips.
// Choices of one facet widen each other, those of different facets narrow. Ids of facets and values are those of every
// language, so that an address with choices means the same in each.

import { lang, make, said } from "./page.js";

const order = new Intl.Collator(lang).compare;

export class Filters {
  // `changed` is called when a reader has chosen, and shows what is left.
  constructor(page, texts, { facets, values }, changed) {
    this.folded = page.querySelector(".filters");
    this.chips = page.querySelector(".chips");
    this.texts = texts;
    this.values = values;
    this.changed = changed;
    this.chosen = new Map();
    this.facets = facets.map(([label, names, id, ids], place) => ({ label, id, place, choices: this.choices(id, names, ids) }));
    this.build();
  }

  choices(facet, names, ids) {
    return names.map((name, place) => ({ name, place, facet, id: ids[place] })).sort((a, b) => order(a.name, b.name));
  }

  build() {
    const form = this.folded.querySelector("form");
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const facet of this.facets) {
      for (const choice of facet.choices) {
        choice.box = make("input", { type: "checkbox" });
        choice.count = make("span", { class: "count" });
        choice.line = make("label", {}, choice.box, make("span", {}, choice.name), " ", choice.count);
        choice.box.addEventListener("change", () => this.toggle(choice, choice.box.checked));
      }
      facet.part = make("fieldset", {}, make("legend", {}, facet.label), ...facet.choices.map(({ line }) => line));
      form.append(facet.part);
    }
  }

  toggle({ facet, id }, on) {
    const held = this.chosen.get(facet) ?? new Set();
    if (on) held.add(id);
    else held.delete(id);
    if (held.size) this.chosen.set(facet, held);
    else this.chosen.delete(facet);
    return this.changed();
  }

  // The choices that an address states, as [facet, ids between commas]; unknown ones are left out.
  read(parameters) {
    this.chosen = new Map();
    for (const { id, choices } of this.facets) {
      const stated = (parameters.get(id) ?? "").split(",");
      const held = choices.filter((choice) => stated.includes(choice.id)).map((choice) => choice.id);
      if (held.length) this.chosen.set(id, new Set(held));
    }
  }

  write() {
    return [...this.chosen].map(([facet, ids]) => `&${facet}=${[...ids].map(encodeURIComponent).join(",")}`).join("");
  }

  has(n, facet, choice) {
    return Boolean(this.values(n)[facet.place]?.includes(choice.place));
  }

  // Whether an entry meets the choices of all facets, or of all but one.
  meets(n, but = null) {
    return this.facets.every((facet) => {
      const held = this.chosen.get(facet.id);
      return facet === but || !held || facet.choices.some((choice) => held.has(choice.id) && this.has(n, facet, choice));
    });
  }

  // Offers what narrows the found, with the number each choice leaves. A chosen one always stays in sight.
  show(all) {
    let chosen = 0;
    for (const facet of this.facets) {
      const among = all.filter((n) => this.meets(n, facet));
      let useful = false;
      for (const choice of facet.choices) {
        const n = among.filter((entry) => this.has(entry, facet, choice)).length;
        choice.box.checked = Boolean(this.chosen.get(facet.id)?.has(choice.id));
        choice.count.textContent = n;
        choice.line.hidden = !n && !choice.box.checked;
        useful ||= choice.box.checked || (n > 0 && n < among.length);
        chosen += choice.box.checked;
      }
      facet.part.hidden = !useful;
    }
    this.folded.hidden = this.facets.every(({ part }) => part.hidden);
    this.folded.querySelector(".chosen").textContent = chosen ? `(${chosen})` : "";
    this.showChips();
  }

  showChips() {
    const held = this.facets.flatMap(({ choices }) => choices.filter(({ box }) => box.checked));
    this.chips.replaceChildren(...held.map((choice) => this.chip(choice.name, said(this.texts.remove, choice), () => this.toggle(choice, false))));
    if (held.length) this.chips.append(this.chip(this.texts.clear, null, () => this.clear()));
    this.chips.hidden = !held.length;
  }

  clear() {
    this.chosen = new Map();
    return this.changed();
  }

  // A chip is gone once it is pressed: the focus goes to the one in its place, at last to the filters.
  chip(name, label, act) {
    const sign = label && make("span", { "aria-hidden": "true" }, " ✕");
    const button = make("button", { type: "button", class: label ? "chip" : "chip clear", "aria-label": label }, name, sign);
    button.addEventListener("click", async () => {
      const place = [...this.chips.children].indexOf(button.parentElement);
      await act();
      const next = this.chips.children[Math.min(place, this.chips.children.length - 2)];
      (next?.firstElementChild ?? this.folded.firstElementChild).focus();
    });
    return make("li", {}, button);
  }
}
