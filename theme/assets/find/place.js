// The first question: where. What is typed is found in the page. A whole postcode and the device's place stay in this tab: the
// address has no more than the postcode's first half.

import { make, said } from "../search/page.js";
import { device, locate, parse } from "./near.js";
import { PlaceBox } from "./suggestions.js";

const KEY = "geirfa.place";
const SLOW = 400; // milliseconds after which it is said that something is coming
const lang = document.documentElement.lang;

// What this tab knows of the place in its address: {near, text, here, lang}.
function recalled() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export class Place {
  // `changed` is called when it is known where; with true where the reader asked for it by name or button.
  constructor(page, texts, changed) {
    Object.assign(this, { texts, changed, here: null, asked: "", turn: 0 });
    this.input = page.querySelector("#where");
    this.told = page.querySelector(".where-said");
    this.choices = page.querySelector(".where-choices");
    new PlaceBox(this.input, texts, (match) => this.choose(match));
    this.input.addEventListener("change", () => this.ask(false));
    page.querySelector(".device").addEventListener("click", () => this.useDevice());
  }

  // What the address holds of it.
  get near() {
    if (!this.here || this.here.device) return "";
    const { kind, district } = parse(this.asked);
    return kind === "postcode" ? district : this.here.label;
  }

  // Finds what was typed. Where it is not known, or may be one of several, the reader is told.
  async ask(led) {
    const text = this.input.value.trim();
    if (text !== this.asked || (text && !this.here)) {
      this.here = null;
      if (!await this.find(text, led) || (text && !this.here)) return;
    }
    this.changed(led);
  }

  // From the address; whether it is known where, or nobody asked.
  async read(stated) {
    const near = stated.get("near") ?? "", held = recalled();
    const own = held?.near === near && (near || stated.has("here")) && (held.lang === lang || held.here.precise || held.here.device);
    this.input.value = this.asked = own ? held.text : near;
    this.here = own ? held.here : null;
    if (own && held.lang !== lang && held.here.device) this.here.label = this.texts.here;
    this.tell("");
    this.offer([]);
    if (near && !own) await this.find(near, false);
    return !near || Boolean(this.here);
  }

  write(stated) {
    if (this.here?.device) stated.set("here", "");
    else if (this.near) stated.set("near", this.near);
    try {
      if (this.here) sessionStorage.setItem(KEY, JSON.stringify({ near: this.near, text: this.asked, here: this.here, lang }));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Nothing is stored: what the address holds is found anew.
    }
  }

  // False where something else was asked meanwhile.
  async find(text, led) {
    const turn = ++this.turn;
    this.asked = text;
    this.tell("");
    this.offer([]);
    if (!text) return true;
    const slow = setTimeout(() => this.tell(this.texts.loading), SLOW);
    const { matches, problem } = await locate(text).catch(() => ({ matches: [], problem: "trouble" }));
    clearTimeout(slow);
    if (turn !== this.turn) return false;
    if (matches.length === 1) [this.here] = matches;
    this.tell(problem === "half" ? said(this.texts.half, { district: matches[0].label }) : this.texts[problem] ?? "", Boolean(problem));
    if (matches.length > 1) this.offer(matches, led);
    return true;
  }

  choose(match) {
    this.turn += 1;
    this.here = match;
    this.input.value = this.asked = match.label;
    this.tell("");
    this.offer([]);
    this.changed(true);
  }

  // Several places of one name: the reader says which.
  offer(matches, led) {
    this.choices.replaceChildren(...matches.map((match) => {
      const button = make("button", { type: "button", class: "button" }, match.label);
      button.addEventListener("click", () => {
        this.input.focus();
        this.choose(match);
      });
      return button;
    }));
    this.choices.hidden = !matches.length;
    if (matches.length) this.tell(this.texts.which);
    if (led) this.choices.querySelector("button")?.focus();
  }

  tell(text, trouble = false) {
    this.told.textContent = text;
    this.told.classList.toggle("notice", trouble);
    this.input.setAttribute("aria-invalid", String(trouble && !this.here));
  }

  async useDevice() {
    const turn = ++this.turn;
    this.tell(this.texts.loading);
    this.offer([]);
    try {
      const { lat, lon } = await device();
      if (turn === this.turn) this.from({ lat, lon, label: this.texts.here });
    } catch {
      if (turn === this.turn) this.tell(this.texts.refused, true);
      this.input.focus();
    }
  }

  // From a place that nobody typed: known to this tab alone.
  from(here, led = true) {
    this.turn += 1;
    this.here = { ...here, device: true };
    this.input.value = this.asked = "";
    this.tell("");
    this.offer([]);
    return this.changed(led);
  }

  forget() {
    this.here = null;
    this.input.value = this.asked = "";
    this.tell("");
  }
}
