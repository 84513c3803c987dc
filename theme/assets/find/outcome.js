// What was found, on the page: how many, in which order, the groups with their distances, what is there for everyone, whom to ask.

import { make, said } from "../search/page.js";
import { far } from "./far.js";
import { decorate } from "./fresh.js";
import { card, read } from "./rows.js";

const STEP = 20, BESIDE = 5, FEW = 3;
const AT_ONCE = 5; // results that do not wait for the files of those below them
const lang = document.documentElement.lang;
const root = new URL("../../", import.meta.url);

export class Outcome {
  // `index` is set before anything is shown.
  constructor(page, texts) {
    Object.assign(this, { page, texts, count: STEP });
    this.status = this.part(".status");
    this.list = this.part(".results");
    this.beside = this.part(".everywhere .results");
    this.part(".more").addEventListener("click", () => this.showMore());
    this.part(".more-everywhere").addEventListener("click", () => this.showBeside());
    // Back from a group, a reader finds as many as before, and the place that was left.
    this.part(".outcome-main").addEventListener("click", (event) => {
      const entry = event.target.closest("a") && event.target.closest("[data-asset]");
      if (entry) history.replaceState({ count: this.count, left: entry.dataset.asset }, "");
    });
  }

  part(selector) {
    return this.page.querySelector(selector);
  }

  // An answer of the model; `asked` is {here, radius, sort, area, led}: from where, how far, in which order, in which area people
  // can be asked, whether the reader is led to it. `still` says whether it is still wanted when all is there.
  async show(answer, asked, still) {
    const { numbers, everywhere } = answer, { areas, everywhere: all } = this.index;
    const few = numbers.length < FEW;
    const made = await this.cards(numbers.slice(0, AT_ONCE), answer.miles);
    if (!still()) return;
    this.answer = answer;
    this.fold();
    this.busy(true);
    this.list.replaceChildren(...made);
    this.beside.replaceChildren();
    this.part(".everywhere").hidden = !everywhere.length;
    this.say(asked);
    this.more();
    if (asked.led) this.lead();
    try {
      await this.fill(this.list, numbers, this.count, answer.miles);
    } finally {
      if (still()) this.busy(false);
    }
    await this.fill(this.beside, everywhere, few ? STEP : BESIDE);
    if (!still()) return;
    this.more();
    await this.ask(asked.area ?? (few ? areas[[...all][0]] : null), still);
  }

  // The numbers to ring stand above every result, and are not made anew while they stay.
  warn(texts) {
    const place = this.part(".urgent");
    if (!texts) place.replaceChildren();
    else if (!place.firstChild) import("../search/crisis.js").then(({ panel }) => place.replaceChildren(panel(texts) ?? ""));
  }

  // With results to see, on a phone the third question folds, and everywhere the lists below.
  fold() {
    const outcome = this.part(".outcome"), hard = this.part(".hard");
    if (!outcome.hidden) return;
    outcome.hidden = false;
    this.part(".browse").open = false;
    hard.open = matchMedia("(min-width: 50rem)").matches || Boolean(hard.querySelector(":checked"));
  }

  // While the first few results wait for those below, nothing on the page moves up.
  busy(on) {
    this.list.style.minHeight = on ? `${this.list.offsetHeight}px` : "";
    if (on) this.list.setAttribute("aria-busy", "true");
    else this.list.removeAttribute("aria-busy");
  }

  cards(numbers, miles) {
    return Promise.all(numbers.map(async (n) => {
      const made = await card(n, this.index.block);
      if (miles?.[n] < Infinity) made.querySelector(".town").append(" · ", make("span", { class: "far" }, far(this.texts, miles[n])));
      decorate(made, this.texts);
      return made;
    }));
  }

  say({ here, radius: wanted, sort }) {
    const { texts: t } = this, { numbers, everywhere, radius, widened } = this.answer;
    const how = { distance: t.nearest, name: t.alphabetical, checked: t.newest, fit: t.fitting }[sort];
    const reach = numbers.length && radius ? `, ${said(t.within, { n: radius })}` : "";
    const place = here ? `${said(t.near, { place: here.label })}${reach}: ` : "";
    this.status.textContent = numbers.length
      ? `${place}${said(t.found, { n: numbers.length })}, ${how}.${here ? ` ${t.straight}` : ""}`
      : `${place}${everywhere.length ? t.none : t.nothing}`;
    const note = this.part(".widened");
    note.textContent = !numbers.length || !here ? ""
      : widened ? (radius ? said(t.widened, { from: wanted, to: radius }) : t.widest)
      : numbers.length < FEW ? t.few : "";
    note.hidden = !note.textContent;
  }

  more() {
    this.offer(this.part(".more"), this.answer.numbers.length - Math.max(this.list.children.length, this.count));
    this.offer(this.part(".more-everywhere"), this.answer.everywhere.length - this.beside.children.length);
  }

  offer(button, left) {
    button.hidden = left <= 0;
    button.textContent = said(this.texts.more, { n: Math.min(left, STEP) });
  }

  async showMore() {
    const { numbers, miles } = this.answer;
    await this.add(this.list, numbers, miles);
    this.count = this.list.children.length;
  }

  showBeside() {
    return this.add(this.beside, this.answer.everywhere);
  }

  async add(list, numbers, miles) {
    const from = list.children.length;
    await this.fill(list, numbers, from + STEP, miles);
    this.more();
    list.children[from]?.querySelector("a").focus();
  }

  // Adds to a list what it lacks of the first `most` of its answer, unless another answer or another step was quicker.
  async fill(list, numbers, most, miles) {
    const { answer } = this, from = list.children.length;
    const made = from < most ? await this.cards(numbers.slice(from, most), miles) : [];
    if (answer === this.answer && from === list.children.length) list.append(...made);
  }

  // Whom to ask: in the area that the place lies in, or that was chosen.
  async ask(area, still) {
    const section = this.part(".ask-here");
    if (!this.index.areas.includes(area)) {
      section.hidden = true;
      return;
    }
    const [html] = await read(`find/${lang}/ask-${area}.json`);
    if (!still()) return;
    section.innerHTML = html;
    for (const link of section.querySelectorAll("a[href]:not([href^='tel:']):not([href^='mailto:'])")) {
      link.href = new URL(link.getAttribute("href"), root);
    }
    section.hidden = false;
  }

  // The result of an asset, shown if it was not yet.
  async reveal(n) {
    const place = this.answer.numbers.indexOf(n);
    while (this.list.children.length <= place) await this.showMore();
    return this.list.children[place];
  }

  // To the answer: for a reader who asked for it, where it does not stand beside the question.
  lead() {
    if (matchMedia("(min-width: 60rem)").matches) return;
    this.status.focus({ preventScroll: true });
    this.part(".outcome").scrollIntoView({ block: "start" });
  }
}

export { STEP };
