// A field for a place as a combobox: names under it while one types, chosen with the arrows and Enter, or by a tap. The focus
// stays in the field. What a postcode begins with is never looked up while one types.

import { make, said, Status } from "../search/page.js";
import { fold } from "../search/fold.js";
import { locate, suggest } from "./near.js";

const LEAST = 2, MOST = 6, AMONG = 40;

// Places that are called so in the reader's own language come before those known so in another.
async function places(typed) {
  const found = await suggest(typed, AMONG).catch(() => []);
  const begins = ({ label }) => fold(label).startsWith(fold(typed));
  return [...found.filter(begins), ...found.filter((match) => !begins(match))].slice(0, MOST);
}

export class PlaceBox {
  // `chosen` is called with what was chosen, as `suggest` gives it.
  constructor(input, texts, chosen) {
    Object.assign(this, { input, texts, chosen, turn: 0, active: -1, found: [] });
    // No stop of its own, though it scrolls: the arrows lead through it.
    this.list = make("div", { role: "listbox", tabindex: "-1", id: `${input.id}-places`, "aria-label": texts.places });
    this.popup = make("div", { class: "popup", hidden: true }, this.list);
    const line = make("p", { role: "status", class: "unseen" });
    this.status = new Status(line);
    input.closest(".search, .where").append(this.popup, line);
    const named = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(named)) input.setAttribute(name, value);
    this.listen();
    const ready = () => locate("").catch(() => {}); // so that the places are here by the time one has typed
    if (document.activeElement === input) ready();
    else input.addEventListener("focus", ready, { once: true });
  }

  listen() {
    this.input.addEventListener("input", () => this.answer());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.input.form.addEventListener("submit", () => this.close());
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
  }

  // An answer that comes after the next key is dropped.
  async answer() {
    const typed = this.input.value.trim(), turn = ++this.turn;
    const found = typed.length < LEAST ? [] : await places(typed);
    if (turn !== this.turn) return;
    this.found = found;
    if (!found.length) return void this.close();
    this.list.replaceChildren(...found.map((match, n) => this.option(match, n)));
    this.popup.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(-1);
    this.status.say(said(this.texts.foundPlaces, { n: found.length }));
  }

  option(match, n) {
    const made = make("div", { role: "option", id: `${this.list.id}-${n}`, "aria-selected": "false" }, match.label);
    made.addEventListener("click", () => this.take(n));
    return made;
  }

  mark(place) {
    this.active = place;
    for (const [n, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(n === place));
    const option = this.list.children[place];
    if (!option) return void this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  take(n) {
    const match = this.found[n];
    this.input.value = match.label;
    this.close();
    this.chosen(match);
  }

  close() {
    this.turn += 1;
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
    this.status.say("");
  }

  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" && this.popup.hidden) return void this.answer();
    if (this.popup.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const stops = this.found.length + 1, step = event.key === "ArrowDown" ? 1 : -1;
      this.mark(((this.active + 1 + step + stops) % stops) - 1);
    } else if (event.key === "Escape" || (event.key === "Enter" && this.active >= 0)) {
      event.preventDefault();
      if (event.key === "Escape") this.close();
      else this.take(this.active);
    }
  }
}
