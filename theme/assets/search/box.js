// The search box as a combobox: answers under the field while typing, chosen with the arrows, opened with Enter.
// The focus stays in the field. Numbers to ring stand above the answers, where the Tab key reaches them.

import "./engine.js"; // at once, for it is asked for at once
import { panel } from "./crisis.js";
import { shared } from "../geirfa.js";
import { address, foreign, leading, leadOf, make, said, search, Status, tag, vague, why } from "./page.js";

const OPTION = { role: "option", tabindex: "-1", "aria-selected": "false" };
const MOST = 7, FIRST_NUMBERS = 5, ROOM = 280;

export class Box {
  // `before` is what stood in the field when it got the focus: what was typed while this was loading is answered.
  constructor(form, before) {
    this.form = form;
    this.input = form.elements.q;
    this.turn = 0;
    this.active = -1;
    this.urgent = make("div");
    this.nothing = make("p", { class: "none", hidden: true });
    // No stop of its own, though it scrolls: the arrows lead through it.
    this.list = make("div", { role: "listbox", tabindex: "-1", id: `${this.input.id}-options` });
    this.popup = make("div", { class: "popup", hidden: true }, this.urgent, this.nothing, this.list);
    const line = make("p", { role: "status", class: "unseen" });
    this.status = new Status(line);
    form.append(this.popup, line);
    const named = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(named)) this.input.setAttribute(name, value);
    this.listen();
    search().catch(() => {});
    if (this.input.value !== before) this.answer();
  }

  listen() {
    this.input.addEventListener("input", () => this.answer());
    this.form.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("submit", () => this.close());
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.popup.addEventListener("click", (event) => { if (event.target.closest("a:not([href^='tel:'])")) this.close(); });
  }

  get options() {
    return [...this.list.children];
  }

  // An answer that comes after the next key is dropped.
  async answer() {
    const query = this.input.value.trim(), turn = ++this.turn;
    if (!query) return this.close();
    try {
      const found = await search();
      let last;
      for await (const answer of found.typed(query, MOST)) {
        if (turn !== this.turn) return;
        this.show(found, last = answer, !answer.whole);
      }
      // A place in it comes last, for its file need not be waited for.
      const lead = await leadOf(found, last);
      if (lead && turn === this.turn) this.show(found, { ...last, lead });
    } catch {
      this.close();  // without the index the button still leads on
    }
  }

  show(found, answer, quick = false) {
    const { query, hits, total, crisis, lead } = answer, { texts } = found, near = lead ? [] : answer.near;
    const listed = crisis && vague(answer) ? [] : hits.length ? hits : near;
    const chosen = this.options[this.active]?.href;
    this.list.replaceChildren(...listed.map((hit) => this.option(found, hit)));
    if (lead) this.list.prepend(leading(lead, OPTION, make("span", { class: "title" }, lead.title)));
    if (listed === hits && total) this.list.append(this.whole(texts, query, total));
    for (const [place, option] of this.options.entries()) option.id = `${this.list.id}-${place}`;
    this.list.setAttribute("aria-label", texts.hits);
    this.list.hidden = !this.options.length;
    this.list.scrollTop = 0;
    this.nothing.hidden = hits.length > 0 || crisis || Boolean(lead);
    this.nothing.textContent = near.length ? `${texts.nothing} ${texts.near}` : texts.nothing;
    this.warn(crisis ? texts : null);
    this.open();
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
    this.choose(this.options.findIndex((option) => option.href === chosen));
    const counted = listed === hits && total ? said(texts.found, { n: total }) : !crisis && !lead && this.nothing.textContent;
    if (!quick) this.status.say([crisis && texts.first, lead?.title, counted].filter(Boolean).join(" "));
  }

  // Where there is hardly room under the field, the page moves it up.
  open() {
    if (!this.popup.hidden) return;
    this.popup.hidden = false;
    const height = globalThis.visualViewport?.height ?? innerHeight;
    if (height - this.popup.getBoundingClientRect().top < ROOM) this.form.scrollIntoView({ block: "start" });
  }

  option(found, hit) {
    const reason = why(hit) && make("span", { class: "why" }, why(hit));
    return make("a", { ...OPTION, href: address(hit) },
      make("span", { class: "title", lang: foreign(hit) }, hit.title), " ", tag(found, hit), reason && " ", reason);
  }

  // The last option leads to the page of results.
  whole(texts, query, total) {
    const href = new URL(this.form.dataset.results, location.href);
    href.hash = `q=${encodeURIComponent(shared(query))}`;
    return make("a", { ...OPTION, class: "whole", href: href.href }, said(texts.all, { n: total }));
  }

  // The numbers come once and stay while there is danger in the words, so that a link in them keeps the focus.
  warn(texts) {
    if (!texts) this.urgent.replaceChildren();
    else if (!this.urgent.firstChild) this.urgent.append(panel(texts, FIRST_NUMBERS) ?? "");
  }

  choose(place) {
    this.active = place;
    for (const [other, option] of this.options.entries()) option.setAttribute("aria-selected", String(other === place));
    const option = this.options[place];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.turn += 1;
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.choose(-1);
    this.status.say("");
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") this.escape(event);
    if (event.target !== this.input) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event, event.key === "ArrowDown" ? 1 : -1);
    if (event.key === "Enter" && this.options[this.active] && !this.popup.hidden) {
      event.preventDefault();
      this.options[this.active].click();
    }
  }

  // Closes first; then clears. From a number to ring it leads back to the field.
  escape(event) {
    if (this.popup.hidden && event.target !== this.input) return;
    event.preventDefault();
    if (this.popup.hidden) this.input.value = "";
    this.close();
    this.input.focus();
  }

  // Through the options and back to what was typed.
  move(event, step) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.popup.hidden) {
      this.answer();
      return;
    }
    const stops = this.options.length + 1;
    this.choose(((this.active + 1 + step + stops) % stops) - 1);
  }
}
