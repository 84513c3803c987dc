// The choices by which groups are narrowed down: boxes with the number each would leave, and the chosen ones as chips.

import { make, said } from "../search/page.js";

export class Choices {
  // `changed` is called when a reader has chosen.
  constructor(page, texts, changed) {
    this.page = page;
    this.texts = texts;
    this.changed = changed;
    this.boxes = [...page.querySelectorAll("input[type=checkbox][name]")];
    this.parts = [...page.querySelectorAll("fieldset[data-facet]")].map((part) => ({
      part,
      facet: part.dataset.facet,
      lines: [...part.querySelectorAll("label[data-value]")].map((line) => ({
        line, box: line.querySelector("input"), count: line.querySelector(".count"),
      })),
    }));
    for (const { part } of this.parts) part.hidden = true; // until their numbers are known
    this.chips = page.querySelector(".chips");
    this.folded = page.querySelector(".filters");
    this.chosen = {};
    for (const box of this.boxes) box.addEventListener("change", () => this.set(box.name, box.value, box.checked));
  }

  set(facet, id, on) {
    const held = new Set(this.chosen[facet]);
    if (on) held.add(id);
    else held.delete(id);
    this.chosen = { ...this.chosen, [facet]: held };
    this.mark();
    return this.changed();
  }

  // One choice may stand in two places, as a question and as a filter.
  mark() {
    for (const box of this.boxes) box.checked = Boolean(this.chosen[box.name]?.has(box.value));
  }

  read(stated) {
    const known = new Set(this.boxes.map((box) => `${box.name}=${box.value}`));
    this.chosen = {};
    for (const facet of new Set(this.boxes.map((box) => box.name))) {
      const ids = (stated.get(facet) ?? "").split(",").filter((id) => known.has(`${facet}=${id}`));
      if (ids.length) this.chosen[facet] = new Set(ids);
    }
    this.mark();
  }

  write(stated) {
    for (const [facet, ids] of Object.entries(this.chosen)) if (ids.size) stated.set(facet, [...ids].join(","));
  }

  // The number that each choice would leave; what would leave none is not offered, unless it is chosen.
  count(model, answer) {
    for (const { part, facet, lines } of this.parts) {
      const counts = model.counts(answer, facet);
      let useful = false;
      for (const entry of lines) {
        const { line, box, count } = entry, n = counts.get(box.value) ?? 0, shown = n > 0 || box.checked;
        if (entry.n !== n) count.textContent = entry.n = n;
        if (line.hidden === shown) line.hidden = !shown;
        useful ||= shown;
      }
      if (part.hidden === useful) part.hidden = !useful;
    }
  }

  // What is chosen, to be taken away. `others` narrow down too, as {name, drop}.
  showChips(others) {
    const chosen = Object.entries(this.chosen).flatMap(([facet, ids]) =>
      [...ids].map((id) => ({ name: this.name(facet, id), drop: () => this.chosen[facet].delete(id) })));
    const held = [...others, ...chosen];
    this.chips.replaceChildren(...held.map(({ name, drop }) => this.chip(name, said(this.texts.remove, { name }), drop)));
    if (held.length > 1) this.chips.append(this.chip(this.texts.clear, null, () => held.forEach(({ drop }) => drop())));
    this.chips.hidden = !held.length;
    this.folded.querySelector(".chosen").textContent = chosen.length ? `(${chosen.length})` : "";
  }

  name(facet, id) {
    const line = this.page.querySelector(`fieldset[data-facet="${facet}"] label[data-value="${id}"] span`);
    return line?.textContent ?? id;
  }

  // A chip is gone once it is pressed: the focus goes to the one in its place, at last to the filters. That without a label
  // clears all.
  chip(name, label, drop) {
    const sign = label && make("span", { "aria-hidden": "true" }, " ✕");
    const button = make("button", { type: "button", class: label ? "chip" : "chip clear", "aria-label": label }, name, sign);
    button.addEventListener("click", async () => {
      const place = [...this.chips.children].indexOf(button.parentElement);
      drop();
      this.mark();
      await this.changed();
      const left = [...this.chips.querySelectorAll(".chip:not(.clear)")];
      (left[Math.min(place, left.length - 1)] ?? this.folded.firstElementChild).focus();
    });
    return make("li", {}, button);
  }
}
