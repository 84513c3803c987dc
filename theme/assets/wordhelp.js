// What a linked word means, without leaving the page: by pointing at the link, by a first tap on it, or by the key ? on it.
// It stays while pointed at, closes by Esc, and is never read out unasked: only a tap and the key take the focus there.
// The text is that of the word's own page, so that there is nothing to go stale.

import { setting } from "./settings.js";

const WAIT = 300;
const SAID = ["main h1", ".better > p", ".lead p:not(.stand-in-note)"];
const pages = new Map();
const box = document.getElementById("word-help").content.firstElementChild.cloneNode(true);
const [what, page, close] = [box.querySelector(".what"), box.querySelector("a"), box.querySelector("button")];
let shown = null;
let timer = 0;
let touched = false;

// The word, which word is better, and the sentences that its page begins with, each in its language; null where it has none.
function meaning(url) {
  if (!pages.has(url)) {
    const answer = fetch(url).then((got) => got.ok ? got.text() : "").then((text) => {
      const read = new DOMParser().parseFromString(text, "text/html");
      const said = SAID.map((part) => read.querySelector(part)).filter(Boolean);
      return said.length > 1 ? said.map((part) => ({ textContent: part.textContent, lang: part.closest("[lang]").lang })) : null;
    });
    answer.catch(() => pages.delete(url));
    pages.set(url, answer);
  }
  return pages.get(url);
}

// Says whether it is shown. What comes after another link was asked, or none any more, is dropped.
async function show(link) {
  clearTimeout(timer);
  shown = link;
  const found = setting("help") && await meaning(link.href).catch(() => null);
  if (shown !== link || !found) return false;
  what.replaceChildren(...found.map((part) => Object.assign(document.createElement("p"), part)));
  page.href = link.href;
  document.body.append(box);
  place();
  box.scrollIntoView({ block: box.offsetHeight > innerHeight ? "start" : "nearest" });
  return true;
}

function hide() {
  clearTimeout(timer);
  const back = box.contains(document.activeElement) ? shown : null;
  shown = null;
  box.remove();
  back?.focus({ preventScroll: true });
}

// Below the link where there is room, else above it, or where there is more; within the window's edges, never over the link.
function place() {
  if (!box.isConnected) return;
  const lines = [...shown.getClientRects()], [first, last] = [lines[0], lines.at(-1)];
  const need = box.offsetHeight + 20, over = first.top, under = innerHeight - last.bottom;
  const below = under >= need || (over < need && under >= over);
  const widest = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min((below ? last : first).left, widest)) + scrollX}px`;
  box.style.top = `${(below ? last.bottom + 4 : first.top - box.offsetHeight - 4) + scrollY}px`;
}

const linkAt = (event) => event.target.closest?.("a.term");
const later = (act) => { clearTimeout(timer); timer = setTimeout(act, WAIT); };

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || box.contains(document.activeElement)) return;
  const link = linkAt(event);
  if (link && link !== shown) later(() => show(link));
  else if (link || box.contains(event.target) || !shown) clearTimeout(timer);
  else later(hide);
});
document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
// Not where a finger only scrolls.
document.addEventListener("pointerup", (event) => {
  if (shown && !box.contains(event.target) && linkAt(event) !== shown) hide();
});
document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (!link || !touched || !setting("help") || (shown === link && box.isConnected)) return;
  event.preventDefault();
  show(link).then((done) => {
    if (done) box.focus({ preventScroll: true });
    else if (shown === link) location.assign(link.href);
  });
});
document.addEventListener("keydown", (event) => {
  touched = false;
  if (event.key === "Escape" && shown) hide();
  const link = document.activeElement?.closest("a.term");
  if (event.key !== "?" || !link || !setting("help")) return;
  event.preventDefault();
  show(link).then((done) => { if (done && document.activeElement === link) box.focus({ preventScroll: true }); });
});
box.addEventListener("focusout", ({ relatedTarget: next }) => {
  if (next && next !== shown && !box.contains(next)) hide();
});
// Past its last and before its first control, Tab goes on from the link.
box.addEventListener("keydown", (event) => {
  const edge = event.shiftKey ? [box, page] : [close];
  if (event.key === "Tab" && edge.includes(document.activeElement)) hide();
});
close.addEventListener("click", hide);
addEventListener("resize", place);
addEventListener("pagehide", hide);
