// The page of a reader's plan: the groups in order, a note beside each, and ways to take it along.

import { copy } from "../geirfa.js";
import { make, said } from "../search/page.js";
import { say } from "./asset.js";
import { decorate } from "./fresh.js";
import { forget, keep } from "./offline.js";
import * as plan from "./plan.js";
import { card, placeOf, read, texts } from "./rows.js";

class PlanPage {
  constructor(page) {
    this.page = page;
  }

  part(selector) {
    return this.page.querySelector(selector);
  }

  async begin() {
    const [words, ids] = await Promise.all([texts(), read("find/ids.json")]);
    Object.assign(this, { texts: words, numbers: new Map(ids.map((id, n) => [id, n])) });
    this.listen();
    await this.offerSent();
    await this.show();
    addEventListener("hashchange", () => this.offerSent().then(() => this.show()));
  }

  listen() {
    this.part(".plan-clear").addEventListener("click", () => this.clear());
    const kept = this.part(".plan-kept");
    kept.checked = plan.kept();
    kept.addEventListener("change", () => this.keep(kept.checked));
    this.part(".plan-link-copy").addEventListener("click", ({ currentTarget }) => copy(this.link(), currentTarget));
    const share = this.part(".plan-share");
    share.hidden = !navigator.share;
    share.addEventListener("click", () => navigator.share({ title: document.title, text: this.message(), url: this.link() }).catch(() => {}));
    this.part(".plan-take").addEventListener("click", () => this.take(true));
    this.part(".plan-leave").addEventListener("click", () => this.take(false));
  }

  // Groups that somebody sent: their ids stand behind the #, which no server sees.
  async offerSent() {
    const stated = new URLSearchParams(location.hash.slice(1)).get("groups") ?? "";
    this.sent = [...new Set(stated.split(","))].filter((id) => this.numbers.has(id) && !plan.has(id));
    const cards = await Promise.all(this.sent.map((id) => card(this.numbers.get(id), this.texts.block)));
    this.part(".plan-names").replaceChildren(...cards.map((made) => make("li", {}, made.querySelector("h3 a"))));
    this.part(".plan-sent").hidden = !this.sent.length;
  }

  async take(wanted) {
    if (wanted) plan.take(this.sent);
    this.sent = [];
    history.replaceState(null, "", location.pathname);
    this.part(".plan-sent").hidden = true;
    await this.show();
    this.part("h1").focus();
  }

  // Only the latest of several calls is shown: an earlier one may wait longer for its files.
  async show() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    const items = plan.items();
    const entries = await Promise.all(items.map((item, n) => this.entry(item, n, items.length)));
    if (turn !== this.turn) return;
    this.part(".plan-empty").hidden = items.length > 0 || this.sent.length > 0;
    this.part(".plan-full").hidden = !items.length;
    this.part(".plan-list").replaceChildren(...entries);
    this.part(".plan-sms").href = `sms:?&body=${encodeURIComponent(`${this.message()} ${this.link()}`)}`;
    if (plan.kept()) await keep();
  }

  async entry(item, n, count) {
    const made = document.getElementById("plan-entry").content.firstElementChild.cloneNode(true);
    made.dataset.id = item.id;
    const holder = made.querySelector(".plan-card");
    const name = await this.fill(holder, item.id);
    for (const input of made.querySelectorAll("input")) {
      input.value = input.parentElement.dataset.said = item[input.name] ?? "";
      input.addEventListener("input", () => {
        input.parentElement.dataset.said = input.value;
        plan.note(item.id, input.name, input.value.trim());
      });
    }
    const acts = [[".plan-up", () => this.move(item.id, -1, name), n === 0], [".plan-down", () => this.move(item.id, 1, name), n === count - 1], [".plan-remove", () => this.remove(item.id)]];
    for (const [selector, act, pointless] of acts) {
      const button = made.querySelector(selector);
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
      button.disabled = Boolean(pointless);
      button.addEventListener("click", act);
    }
    return made;
  }

  // A group's card, with the address to go to; returns its name.
  async fill(holder, id) {
    if (!this.numbers.has(id)) {
      holder.textContent = `${id}: ${this.texts.gone}`;
      return id;
    }
    const shown = await card(this.numbers.get(id), this.texts.block);
    decorate(shown, this.texts);
    holder.append(...shown.childNodes);
    const address = await placeOf(this.numbers.get(id), this.texts.block);
    if (address) holder.querySelector(".town").textContent = address;
    return holder.querySelector("h3 a").textContent;
  }

  async move(id, by, name) {
    plan.move(id, by);
    await this.show();
    const entry = this.part(`[data-id="${CSS.escape(id)}"]`);
    const [own, other] = by < 0 ? [".plan-up", ".plan-down"] : [".plan-down", ".plan-up"];
    (entry.querySelector(`${own}:enabled`) ?? entry.querySelector(other)).focus();
    say(said(this.texts.moved, { name, n: plan.items().findIndex((item) => item.id === id) + 1 }));
  }

  async remove(id) {
    const place = plan.items().findIndex((item) => item.id === id);
    plan.remove(id);
    say(this.texts.isRemoved);
    await this.show();
    const left = this.page.querySelectorAll(".plan-remove");
    (left[Math.min(place, left.length - 1)] ?? this.part(".plan-empty a")).focus();
  }

  link() {
    const ids = plan.items().map((item) => encodeURIComponent(item.id)).join(",");
    return new URL(`#groups=${ids}`, document.querySelector("link[rel=canonical]")?.href ?? location.href).href;
  }

  // The groups by name; none of the notes.
  message() {
    const names = [...this.page.querySelectorAll(".plan-card h3 a")].map((link) => link.textContent);
    return `${names.join("; ")}.`;
  }

  async keep(on) {
    plan.keep(on);
    if (on) await keep();
    else await forget();
  }

  async clear() {
    plan.clear();
    await forget();
    this.part(".plan-kept").checked = false;
    history.replaceState(null, "", location.pathname);
    this.sent = [];
    say(this.texts.cleared);
    await this.show();
    this.part(".plan-empty a").focus();
  }
}

const page = document.getElementById("plan");
if (page) {
  new PlanPage(page).begin().catch((trouble) => {
    page.querySelector(".trouble").hidden = false;
    console.info(trouble);
  });
}
