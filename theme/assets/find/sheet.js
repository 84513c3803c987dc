// A sheet for a noticeboard: the dates of the seven days that a reader asks for, worked out from the rhythms the page says;
// and the same sheet in the other languages of the site, when that is wanted.

import { make, said } from "../search/page.js";
import { decorate } from "./fresh.js";
import { read } from "./rows.js";
import { meets, next, plus, number, today, weekday } from "./week.js";

const WEEK = 7;
const SOON = 62; // days ahead within which it is worth saying when something is next
const START_AHEAD = 8; // weeks that can be chosen, so that sheets can be printed before their time

// One sheet in one language.
class Sheet {
  constructor(part) {
    this.part = part;
    this.data = JSON.parse(part.dataset.said);
    this.holidays = new Set(this.data.holidays);
    this.days = part.querySelector(".days");
    this.entries = new Map();
    this.headings = new Map();
    for (const section of this.days.querySelectorAll("section")) {
      const { sort } = section.dataset;
      this.headings.set(sort, section.querySelector("h2").textContent);
      for (const item of section.querySelectorAll("li")) {
        const rules = JSON.parse(item.dataset.rules ?? "[]");
        this.entries.set(item.dataset.of, { item, rules, sort, at: Number(item.dataset.at), end: Number(item.dataset.end ?? 0) });
      }
    }
  }

  named(date) {
    return `${this.data.days[weekday(number(date))]} ${Number(date.slice(8))} ${this.data.months[Number(date.slice(5, 7)) - 1]}`;
  }

  meets(entry, date) {
    return entry.rules.some((rule) => meets(rule, date, this.holidays));
  }

  // Shows the week from a day on. `now` is a moment of that day, in minutes, where what is over by then has gone.
  show(from, now) {
    const dates = Array.from({ length: WEEK }, (_, n) => plus(from, n));
    const meeting = (entry) => dates.filter((date) => this.meets(entry, date) && !(date === from && entry.end && entry.end <= now));
    const found = [...this.entries.values()].map((entry) => ({ ...entry, on: meeting(entry) }));
    const rest = found.filter(({ sort }) => sort !== "days");
    this.days.replaceChildren(
      ...dates.map((date) => this.day(date, found.filter(({ sort, on }) => sort !== "most" && on.includes(date)))).filter(Boolean),
      ...this.section("most", this.headings.get("most"), rest.filter(({ sort, on }) => sort === "most" && on.length)),
      ...this.section("some", this.data.later, this.later(rest, plus(from, WEEK))),
      ...this.section("ask", this.headings.get("ask"), rest.filter(({ sort }) => sort === "ask")),
    );
    if (!found.some(({ on }) => on.length)) this.days.prepend(make("p", {}, this.data.none));
    this.part.querySelector(".dates").textContent = `${this.named(from)} – ${this.named(dates.at(-1))} ${dates.at(-1).slice(0, 4)}`;
  }

  // What does not meet in the week, with the next day on which it does.
  later(entries, from) {
    const coming = entries.filter(({ sort, on }) => sort === "some" && !on.length).map((entry) => {
      const days = entry.rules.map((rule) => next(rule, from, SOON, this.holidays)).filter(Boolean).sort();
      return { ...entry, next: days[0] };
    });
    return coming.filter((entry) => entry.next).sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
  }

  day(date, entries) {
    if (!entries.length) return null;
    const [section] = this.section("day", this.named(date), entries.sort((a, b) => a.at - b.at));
    if (this.holidays.has(date)) section.querySelector("h2").after(make("p", { class: "holiday" }, this.data.holiday));
    return section;
  }

  section(sort, heading, entries) {
    if (!entries.length) return [];
    const items = entries.map((entry) => {
      const item = entry.item.cloneNode(true);
      if (entry.next) item.querySelector(".times").append(make("br"), said(this.data.next, { date: this.named(entry.next) }));
      return item;
    });
    return [make("section", { "data-sort": sort }, make("h2", {}, heading), make("ul", {}, ...items))];
  }
}

// Days that a sheet can begin on: today, and the Mondays that come.
function beginnings(day) {
  const monday = plus(day, WEEK - weekday(number(day)));
  return [day, ...Array.from({ length: START_AHEAD }, (_, n) => plus(monday, n * WEEK))];
}

class SheetPage {
  constructor(page) {
    this.page = page;
    this.sheets = [new Sheet(page.querySelector(".sheet"))];
    this.from = page.querySelector("#week-from");
  }

  begin() {
    const [own] = this.sheets;
    const day = today();
    for (const date of beginnings(day)) {
      this.from.append(make("option", { value: date }, date === day ? `${own.data.today}: ${own.named(date)}` : own.named(date)));
    }
    this.from.addEventListener("change", () => this.show());
    const both = this.page.querySelector(".week-both");
    both?.addEventListener("change", () => this.both(both));
    for (const tool of this.page.querySelectorAll(".week-tools [data-script]")) tool.hidden = false;
    this.show();
  }

  show() {
    const time = new Date();
    const now = this.from.value === today(time) ? 60 * time.getHours() + time.getMinutes() : 0;
    for (const sheet of this.sheets) {
      sheet.show(this.from.value, now);
      this.age(sheet);
    }
  }

  // Says what today makes of the dates in it.
  async age(sheet) {
    const { lang } = sheet.part.closest("[lang]");
    decorate(sheet.part, await read(`find/${lang}/texts.json`));
  }

  async both(box) {
    for (const other of this.page.querySelectorAll(".sheet ~ .sheet")) other.remove();
    this.sheets.length = 1;
    if (!box.checked) return;
    try {
      const others = await Promise.all([...document.querySelectorAll("a.switch")].map(fetched));
      if (!box.checked) return;
      this.page.querySelector(".sheets").append(...others);
      this.sheets.push(...others.map((part) => new Sheet(part)));
      this.show();
    } catch {
      box.checked = false;
    }
  }
}

// The sheet of the page a link leads to, in its language.
async function fetched(link) {
  const answer = await fetch(link.href.split("#")[0]);
  if (!answer.ok) throw new Error(`${answer.status} ${link.href}`);
  const sheet = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".sheet");
  sheet.lang = link.lang;
  for (const inside of sheet.querySelectorAll("a[href]")) inside.href = new URL(inside.getAttribute("href"), link.href);
  return sheet;
}

const page = document.querySelector(".week");
if (page) new SheetPage(page).begin();
