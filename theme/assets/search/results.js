// The page of results. Words looked for and filters live behind the # of the address: an address can be shared, and no
// server's log holds them.

import "./engine.js"; // at once, for it is asked for at once
import { panel } from "./crisis.js";
import { Filters } from "./filters.js";
import { shared } from "../geirfa.js";
import { address, foreign, leading, leadOf, make, said, search, Status, tag, vague, why } from "./page.js";

const STEP = 10, PAUSE = 250;

export class Results {
  constructor(page) {
    this.page = page;
    this.form = page.querySelector("form.live");
    this.input = this.form.elements.q;
    this.status = new Status(page.querySelector("[role=status]"));
    this.hits = page.querySelector(".hits");
    this.more = page.querySelector(".more");
    this.folded = page.querySelector(".filters");
    this.count = STEP;
    this.turn = 0;
    this.fresh = true;
    const typed = this.input.value; // before this was there to answer
    this.listen();
    this.unfold();
    this.read();
    if (!typed || typed === this.input.value) return;
    this.input.value = typed;
    this.typed();
  }

  part(selector) {
    return this.page.querySelector(selector);
  }

  listen() {
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("change", () => { this.write(); this.fresh = true; });
    this.form.addEventListener("submit", () => { this.write(); this.fresh = true; });
    this.more.addEventListener("click", () => this.showMore());
    this.hits.addEventListener("click", (event) => {
      const place = [...this.hits.children].findIndex((hit) => hit.contains(event.target.closest("a")));
      if (place >= 0) history.replaceState({ count: this.count, place }, "");
    });
    this.part("a[href='#suggest']").addEventListener("click", () => this.prefill());
    // Other places of the page have an address behind the # too; they leave what is shown as it is.
    addEventListener("hashchange", () => { if (!location.hash || location.hash.includes("=")) this.read(); });
  }

  // Filters stand beside the results where there is room, folded above them where there is not.
  unfold() {
    const wide = matchMedia("(min-width: 60rem)");
    const follow = () => { this.folded.open = wide.matches; };
    follow();
    wide.addEventListener("change", follow);
  }

  // What the address asks for. Behind a ? come the words of a browser's own search bar: they move behind the #.
  async read() {
    clearTimeout(this.later);
    const asked = new URLSearchParams(location.search).get("q");
    if (location.search) history.replaceState(null, "", location.pathname + (asked ? `#q=${encodeURIComponent(shared(asked))}` : location.hash));
    this.stated = new URLSearchParams(location.hash.slice(1));
    this.input.value = this.stated.get("q") ?? "";
    this.filters?.read(this.stated);
    this.fresh = true;
    // Back from a hit, a reader finds as many as before, and the place that was left.
    const { count = STEP, place } = history.state ?? {};
    this.count = count;
    await this.answer();
    if (place === undefined) return;
    await this.told;
    history.replaceState(null, "");
    this.hits.children[place]?.querySelector("a").focus();
  }

  typed() {
    this.count = STEP;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.write(), PAUSE);
    this.answer();
  }

  // One step back for each query, not for each letter of it.
  write(step = this.fresh) {
    clearTimeout(this.later);
    const query = this.input.value.trim();
    const hash = query ? `#q=${encodeURIComponent(shared(query))}${this.filters?.write() ?? ""}` : "";
    if (hash === location.hash) return;
    const way = step && location.hash.includes("=") ? "pushState" : "replaceState";
    history[way](null, "", location.pathname + hash);
    this.fresh = false;
  }

  async answer() {
    const query = this.input.value.trim(), turn = ++this.turn;
    if (!query) return this.empty();
    try {
      this.found ??= await search();
      if (!this.filters) {
        const facets = await this.found.facets();
        this.filters ??= new Filters(this.page, this.found.texts, facets, () => this.chose());
        this.filters.read(this.stated);
      }
      const { texts } = this.found, { filters } = this;
      const answer = await this.found.find(query, { typing: true, limit: this.count, among: (n) => filters.meets(n) });
      if (turn !== this.turn) return;
      this.part(".trouble").hidden = true;
      this.show(answer, answer.all.filter((n) => filters.meets(n)).length, texts);
      const lead = await leadOf(this.found, answer);
      if (turn === this.turn) this.lead(lead);
    } catch (trouble) {
      if (turn !== this.turn) return;
      this.empty();
      this.part(".trouble").hidden = false;
      console.info(trouble);
    }
  }

  chose() {
    this.count = STEP;
    this.write(true);
    return this.answer();
  }

  empty() {
    this.part(".answer").hidden = true;
    this.part(".urgent").replaceChildren();
    this.status.say("");
  }

  show(answer, left, texts) {
    const { all, hits, near, crisis } = answer, chance = crisis && vague(answer) && !this.filters.chosen.size;
    this.part(".answer").hidden = chance;
    this.filters.show(all);
    this.part(".total").hidden = false;
    this.part(".total").textContent = all.length ? said(texts.found, { n: left }) : texts.nothing;
    this.hits.replaceChildren(...hits.map((hit) => this.hit(hit)));
    this.more.hidden = hits.length >= left;
    this.part(".nothing").hidden = all.length > 0;
    this.part(".near-title").hidden = !near.length;
    this.part(".near-title").textContent = texts.near;
    this.part(".near").replaceChildren(...near.map((hit) => make("li", {}, make("a", { href: address(hit), lang: foreign(hit) }, hit.title))));
    this.warn(crisis ? texts : null);
    this.status.say([crisis && texts.first, !chance && this.part(".total").textContent].filter(Boolean).join(" "));
    this.told = this.summarise(hits);
  }

  // Groups near a place in the words stand first; they come last, for the file of places need not be waited for.
  lead(lead) {
    const place = this.part(".leading"), total = this.part(".total");
    place.hidden = !lead;
    place.replaceChildren(lead ? make("h2", {}, leading(lead, {}, lead.title)) : "");
    if (!lead) return;
    total.hidden = !this.hits.children.length;
    this.status.say([lead.title, !total.hidden && total.textContent].filter(Boolean).join(" "));
  }

  // The numbers to ring stand above every hit, and are not made anew while they stay.
  warn(texts) {
    const place = this.part(".urgent");
    if (!texts) place.replaceChildren();
    else if (!place.firstChild) place.append(panel(texts) ?? "");
  }

  hit(hit) {
    return make("li", {},
      make("h2", {}, make("a", { href: address(hit), lang: foreign(hit) }, hit.title), " ", tag(this.found, hit)),
      make("p", { class: "why" }, [hit.label, why(hit)].filter(Boolean).join(" · ")), make("p", { class: "summary" }));
  }

  // What each hit is, once it is there.
  async summarise(hits) {
    const turn = this.turn, sentences = await this.found.summaries(hits.map(({ n }) => n)).catch(() => []);
    if (turn !== this.turn) return;
    for (const [place, sentence] of sentences.entries()) this.hits.children[place].querySelector(".summary").textContent = sentence;
  }

  async showMore() {
    const shown = this.hits.children.length;
    this.count = shown + STEP;
    await this.answer();
    this.hits.children[shown]?.querySelector("a").focus();
  }

  // The panel for a missing word gets the word that was not found, in the text and in the letter.
  prefill() {
    const gap = ":\n\n\n", word = shared(this.input.value.trim());
    const text = document.getElementById("suggest-text"), letter = document.querySelector("#suggest a[href^='mailto:']");
    const filled = (held, quoted) => held.replace(quoted(gap), () => quoted(`:\n${word}\n\n`));
    if (text) text.value = filled(text.defaultValue, (part) => part);
    if (letter) letter.href = filled(letter.dataset.plain ??= letter.getAttribute("href"), encodeURIComponent);
  }
}
