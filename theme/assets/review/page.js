// The page on which readers mark where they stand: one list at a time, kept while they go, saved as a file, opened again.

import { Status, make, said } from "../search/page.js";
import * as review from "./answers.js";

class ReviewPage {
  constructor(page) {
    this.page = page;
    this.texts = JSON.parse(this.part(".review-texts").content.firstElementChild.dataset.said);
    this.status = new Status(this.part(".review-said"));
    this.lists = new Map([...page.querySelectorAll(".review")].map((list) => [list.dataset.framework, list]));
    for (const list of this.lists.values()) this.listen(list);
    this.wire();
    for (const only of page.querySelectorAll(".review-open, .review-count, .review-save, .review-note, .review-keep")) only.hidden = false;
    this.part(".review-choice").hidden = this.lists.size < 2;
    this.show(this.asked() ?? review.shown());
    addEventListener("hashchange", () => this.asked() && this.show(this.asked()));
  }

  part(selector) {
    return this.page.querySelector(selector);
  }

  wire() {
    for (const choice of this.page.querySelectorAll("[name=framework]")) choice.addEventListener("change", () => this.choose(choice.value));
    const file = this.part("[type=file]");
    file.addEventListener("change", () => this.open(file));
    this.part(".review-open button").addEventListener("click", () => file.click());
    this.part(".review-take").addEventListener("click", () => this.take(this.waiting));
    this.part(".review-leave").addEventListener("click", () => this.leave());
    this.part(".review-save").addEventListener("click", () => this.save());
    this.part(".review-clear").addEventListener("click", () => this.clear());
    const kept = this.part(".review-kept");
    kept.checked = review.isKept();
    kept.addEventListener("change", () => {
      review.keep(kept.checked);
      this.status.say(kept.checked ? this.texts.kept : this.texts.notKept);
    });
  }

  // The list that an address leads to, or one of its parts.
  asked() {
    const target = location.hash.startsWith("#review-") && document.getElementById(location.hash.slice(1));
    return target ? target.closest(".review")?.dataset.framework : null;
  }

  listen(list) {
    for (const part of list.querySelectorAll(".review-point")) {
      part.addEventListener("input", ({ target }) => {
        this.put(list, part, target.type === "radio" ? "step" : target.name, target.value);
        if (target.type !== "radio") target.parentElement.dataset.said = target.value;
      });
      part.querySelector(".review-unmark").addEventListener("click", () => {
        const marked = part.querySelector(":checked");
        marked.checked = false;
        this.put(list, part, "step", "");
        part.querySelector("[type=radio]").focus();
        this.status.say(this.texts.unmarked);
      });
    }
  }

  put(list, part, field, value) {
    review.set(list.dataset.framework, part.dataset.point, field, field === "step" ? value : value.trimStart());
    this.sum(list);
  }

  choose(id) {
    review.show(id);
    this.show(id);
  }

  // Shows one list, filled in as it was left.
  show(wanted) {
    const id = this.lists.has(wanted) ? wanted : this.lists.keys().next().value;
    if (!id) return;
    for (const [other, list] of this.lists) list.hidden = other !== id;
    this.part(`[name=framework][value="${CSS.escape(id)}"]`).checked = true;
    this.list = this.lists.get(id);
    const answers = review.of(id);
    for (const part of this.list.querySelectorAll(".review-point")) {
      const answer = answers[part.dataset.point] ?? {};
      for (const radio of part.querySelectorAll("[type=radio]")) radio.checked = radio.value === answer.step;
      for (const field of part.querySelectorAll("textarea, [type=text]")) field.value = field.parentElement.dataset.said = answer[field.name] ?? "";
    }
    this.sum(this.list);
    if (this.asked() === id) document.getElementById(location.hash.slice(1)).scrollIntoView();
  }

  points(list) {
    return [...list.querySelectorAll(".review-point")].map((part) => ({ part, id: part.dataset.point, name: part.querySelector("legend").textContent.trim() }));
  }

  marked(list) {
    return list.querySelectorAll(".review-point :checked").length;
  }

  // How much is marked, and all of it in short.
  sum(list) {
    const answers = review.of(list.dataset.framework);
    const found = this.points(list).filter(({ id }) => answers[id]);
    list.querySelector(".review-count").textContent = said(this.texts.marked, { n: this.marked(list), total: list.dataset.total });
    for (const { part } of this.points(list)) part.querySelector(".review-unmark").hidden = !part.querySelector(":checked");
    this.part(".review-glance").hidden = !found.length;
    this.part(".review-table").replaceChildren(...(found.length ? [this.table(found, answers)] : []));
  }

  table(found, answers) {
    const { caption, part, stand, next, none } = this.texts;
    const head = make("tr", {}, ...[part, stand, next].map((text) => make("th", { scope: "col" }, text)));
    const rows = found.map(({ part: holder, id, name }) => {
      const step = holder.querySelector(":checked")?.parentElement.textContent.trim();
      return make("tr", {}, make("th", { scope: "row" }, name), make("td", { "data-label": stand }, step ?? none), make("td", { "data-label": next }, answers[id].next ?? ""));
    });
    return make("table", { class: "stack" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...rows));
  }

  trouble(text) {
    const line = this.part(".review-trouble");
    line.textContent = text;
    line.hidden = !text;
    if (text) this.status.say(text);
  }

  async open(input) {
    const found = input.files.length ? await review.read(input.files[0]) : null;
    const chosen = input.files.length > 0;
    input.value = "";
    this.leave();
    if (!chosen) return;
    if (!found) return this.trouble(this.texts.noFile);
    if (!this.lists.has(found.list)) return this.trouble(this.texts.otherList);
    if (Object.keys(review.of(found.list)).length) {
      this.waiting = found;
      this.part(".review-replace").hidden = false;
      this.part(".review-take").focus();
      return;
    }
    this.take(found);
  }

  take({ list, answers }) {
    const known = new Set(this.points(this.lists.get(list)).map(({ id }) => id));
    const held = Object.entries(answers).filter(([id]) => known.has(id));
    this.leave();
    review.put(list, Object.fromEntries(held));
    this.show(list);
    this.list.querySelector("h2").focus();
    const opened = said(this.texts.opened, { n: this.marked(this.list), total: this.list.dataset.total });
    if (held.length < Object.keys(answers).length) this.trouble(`${opened} ${this.texts.older}`);
    else this.status.say(opened);
  }

  leave() {
    const asked = this.part(".review-replace");
    if (asked.contains(document.activeElement)) this.part(".review-open button").focus();
    this.waiting = null;
    asked.hidden = true;
    this.trouble("");
  }

  save() {
    const id = this.list.dataset.framework;
    const names = new Map(this.points(this.list).map((point) => [point.id, point.name]));
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const text = review.written(id, this.list.querySelector("h2 a").textContent, names, day);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", { href: url, download: `self-review-${id}-${day}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    this.status.say(this.texts.saved);
  }

  clear() {
    review.clear();
    this.leave();
    this.part(".review-kept").checked = false;
    this.show(this.list.dataset.framework);
    this.part("h1").focus();
    this.status.say(this.texts.cleared);
  }
}

const page = document.getElementById("self-review");
if (page?.querySelector(".review")) new ReviewPage(page);
