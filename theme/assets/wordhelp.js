// What a linked word means, without leaving the page: by pointing at the link, by a first tap on it, or by the key ? on it.
// It stays while pointed at, closes by Esc, and is never read out unasked: only the key takes the focus there.
// The text is that of the word's own page, so that there is nothing to go stale.

import { setting } from "./settings.js";

const WAIT = 300;
const pages = new Map();
const box = document.getElementById("word-help").content.firstElementChild.cloneNode(true);
const [what, page, close] = [box.querySelector(".what"), box.querySelector("a"), box.querySelector("button")];
let shown = null;
let timer = 0;
let touched = false;

// The word, and the sentences its page begins with; null where the page has none.
function meaning(url) {
  if (!pages.has(url)) {
    const answer = fetch(url).then((got) => got.ok ? got.text() : "").then((text) => {
      const found = new DOMParser().parseFromString(text, "text/html").querySelector("main");
      const better = found?.querySelector(".better > p")?.textContent.trim();
      const lead = found?.querySelector(".lead .stand-in [lang], .lead");
      const parts = [better, lead?.querySelector("p")?.textContent.trim()].filter(Boolean);
      if (!parts.length) return null;
      return { word: found.querySelector("h1").textContent.trim(), text: parts.join(" · "), lang: lead?.lang ?? "" };
    });
    answer.catch(() => pages.delete(url));
    pages.set(url, answer);
  }
  return pages.get(url);
}

async function show(link, focused = false) {
  if (!setting("help")) return;
  clearTimeout(timer);
  shown = link;
  const found = await meaning(link.href).catch(() => null);
  if (shown !== link || !found) return;
  const word = Object.assign(document.createElement("strong"), { textContent: found.word });
  const text = Object.assign(document.createElement("span"), { textContent: found.text, lang: found.lang });
  if (!found.lang) text.removeAttribute("lang");
  what.replaceChildren(word, document.createElement("br"), text);
  page.href = link.href;
  document.body.append(box);
  place(link);
  if (focused) box.focus();
}

function hide() {
  clearTimeout(timer);
  const back = box.contains(document.activeElement) ? shown : null;
  shown = null;
  box.remove();
  back?.focus();
}

// Below the link where there is room, else above it; never beyond the window's edges, never over the link.
function place(link) {
  const at = [...link.getClientRects()].at(0), room = document.documentElement;
  const left = Math.max(8, Math.min(at.left, room.clientWidth - box.offsetWidth - 8));
  const last = [...link.getClientRects()].at(-1);
  const below = last.bottom + box.offsetHeight + 8 <= innerHeight || at.top < box.offsetHeight + 8;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? last.bottom + 4 : at.top - box.offsetHeight - 4) + scrollY}px`;
}

const linkAt = (event) => event.target.closest?.("a.term");
const later = (act) => { clearTimeout(timer); timer = setTimeout(act, WAIT); };

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const link = linkAt(event);
  if (link && link !== shown) later(() => show(link));
  else if (link || box.contains(event.target)) clearTimeout(timer);
  else if (shown && !box.contains(document.activeElement)) later(hide);
  else if (!shown) clearTimeout(timer);
});
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  if (shown && !box.contains(event.target) && linkAt(event) !== shown) hide();
});
document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (!link || !touched || !setting("help") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (shown === link && box.isConnected) return;
  event.preventDefault();
  show(link).then(() => { if (shown === link && !box.isConnected) location.assign(link.href); });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) hide();
  const link = document.activeElement?.closest?.("a.term");
  if (event.key === "?" && link && setting("help")) {
    event.preventDefault();
    show(link, true);
  }
});
box.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !box.contains(event.relatedTarget)) hide();
});
// Past its last and before its first control, Tab goes on from the link.
box.addEventListener("keydown", (event) => {
  const edge = event.shiftKey ? [box, page] : [close];
  if (event.key !== "Tab" || !edge.includes(document.activeElement)) return;
  const link = shown;
  hide();
  link.focus();
});
close.addEventListener("click", hide);
