// What the search box and the page of results share: the search of this page's language, its texts, and parts of a page.

export const lang = document.documentElement.lang;
export const root = new URL("../../", import.meta.url);

// The search, begun when first asked for and again after a failure. Whoever only needs what else is here does not load it.
let begun = null;
export function search() {
  begun ??= import("./engine.js").then(({ open }) => open(new URL(`search/${lang}/`, root).href))
    .catch((trouble) => { begun = null; throw trouble; });
  return begun;
}

// A text with its gaps filled; where it has a form for each plural category, that of the number `n`.
const plural = new Intl.PluralRules(lang);
export function said(text, values = {}) {
  let found = typeof text === "string" ? text : text[plural.select(values.n)] ?? text.other;
  for (const [gap, value] of Object.entries(values)) found = found.replaceAll(`{${gap}}`, () => value);
  return found;
}

// An element with attributes and children. Texts are never read as HTML.
export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

// Of a hit: the language of its title where that is another, why it was found where its title does not show that itself,
// its address, and a mark of a foreign title.
export const foreign = (hit) => (hit.lang === lang ? null : hit.lang);
export const why = (hit) => (hit.reason === "exact" || (/holds|begins/.test(hit.reason) && hit.why.includes(hit.title)) ? "" : hit.why);
export const address = (hit) => new URL(hit.address, root).href;
export function tag(found, hit) {
  const name = found.languageName(hit.lang);
  return foreign(hit) && make("span", { class: "tag" }, name[0].toUpperCase() + name.slice(1));
}

// What leads to groups near a place that stands in what was asked for; null without one, or without the files of places.
export async function leadOf(found, answer) {
  if (answer.crisis && vague(answer)) return null;
  return import("./place.js").then(({ lead }) => lead(found, answer)).catch(() => null);
}

// A link to groups near a place. What of the place no address may say waits in this tab's own store, where the finder takes it.
export function leading(lead, attributes, ...children) {
  const link = make("a", { href: address(lead), ...attributes }, ...children);
  link.addEventListener("click", (event) => {
    if (!lead.place || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    try {
      sessionStorage.setItem("geirfa.near", lead.place);
    } catch {
      // Nothing is stored: the finder knows the first half of the postcode.
    }
  });
  return link;
}

// Whether there is but a chance likeness to what was asked. Next to numbers to ring, that is no answer.
// A need is one.
export const vague = ({ hits }) => hits.every(({ reason, group }) => group !== "needs" && ["part", "some", "typo"].includes(reason));

// A status line that speaks once the reader has stopped typing.
const CALM = 400;
export class Status {
  constructor(line) {
    this.line = line;
  }

  say(text) {
    clearTimeout(this.later);
    this.later = setTimeout(() => { this.line.textContent = text; }, CALM);
  }
}
