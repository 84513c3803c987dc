// What a page can do beyond reading. Everything here is extra: without it the pages, the menu and every list work.

import { setting, set, shortcuts } from "./settings.js";

// Copying. What happened is shown on the button and said by the status line.
const said = document.querySelector("[role=status].said");

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No permission, no secure address or an old browser: the way every browser knows.
    const held = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "unseen" });
    const focused = document.activeElement;
    document.body.append(held);
    held.select();
    const done = document.execCommand("copy");
    held.remove();
    focused.focus();
    return done;
  }
  return true;
}

export async function copy(text, button) {
  if (!await toClipboard(text)) return;
  button.dataset.label ??= button.textContent;
  button.textContent = "✓ " + button.dataset.label;
  button.setAttribute("aria-label", button.dataset.label);
  said.textContent = "";
  setTimeout(() => { said.textContent = said.dataset.copied; }, 50);
}

function offer(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}

offer("[data-copy]", (button) => {
  const source = document.querySelector(button.dataset.copy);
  copy(source.value ?? source.textContent.trim(), button);
});
offer("[data-copy-link]", (button) => copy(document.querySelector("link[rel=canonical]")?.href ?? location.href, button));
offer("[data-copy-address]", (button) => copy(location.href, button));
offer("[data-print]", () => print());

// "Suggest a change" opens the panel at the foot of the page and leads there.
const suggest = document.getElementById("suggest");
if (suggest) {
  suggest.open = location.hash === "#suggest";
  for (const link of document.querySelectorAll('a[href="#suggest"]')) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (!location.hash.includes("=")) history.replaceState(null, "", "#suggest");
      suggest.open = true;
      suggest.firstElementChild.focus();
      suggest.scrollIntoView();
    });
  }
}

// The drawer never covers what has the focus: it closes when focus leaves it, and when the header has room for its doors.
const menu = document.getElementById("menu");
if (menu?.hidePopover) {
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
  });
  addEventListener("resize", () => {
    if (!document.querySelector(".menu-button").offsetParent) menu.hidePopover();
  });
}

// The language switch keeps what stands behind the # of the address, words looked for, the place on the page; and what
// is typed but not sent yet. The finder of groups has boxes of its own.
const boxes = document.getElementById("finder") ? [] : [...document.querySelectorAll("form[data-results]")].map((form) => form.elements.q).filter((input) => input.getClientRects().length);
for (const link of document.querySelectorAll("a.switch")) {
  link.addEventListener("click", () => {
    const typed = boxes.map((input) => input.value.trim()).find(Boolean);
    link.hash = typed ? `q=${encodeURIComponent(shared(typed))}` : location.hash;
  });
}
const brought = location.hash.startsWith("#q=") && new URLSearchParams(location.hash.slice(1)).get("q");
if (brought) for (const input of boxes) input.value ||= brought;

// What an address may say of what was typed: of a whole postcode, its first half.
export const shared = (query) =>
  query.replace(/\b([a-z]{1,2}\d)[\s-]?([a-z\d]?)[\s-]*(?=[a-z]*\d)[\doil][a-z\d]{2}\b/gi, "$1$2");

// Words looked for live behind the #, so that no server's log holds them.
for (const form of document.querySelectorAll("form[role=search]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.classList.contains("filter")) return;
    if (form.classList.contains("live")) return;
    const query = form.elements.q.value.trim();
    const target = new URL(query && form.dataset.results || form.action, location.href);
    target.hash = query ? "q=" + encodeURIComponent(shared(query)) : "";
    location.assign(target);
  });
}

// A place typed on the home page goes to the finder in this tab's own store, which the finder empties: no address, and so no
// server's log, ever holds it.
const nearForm = document.querySelector("form.near-form");
if (nearForm) {
  nearForm.hidden = false;
  nearForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const target = new URL(nearForm.dataset.finder, location.href);
    try {
      sessionStorage.setItem("geirfa.near", nearForm.elements.place.value.trim());
    } catch {
      // Nothing is stored: the finder asks once more.
    }
    location.assign(target);
  });
  nearForm.addEventListener("focusin", () => {
    Promise.all([import("./find/suggestions.js"), import("./find/rows.js").then(({ texts }) => texts())])
      .then(([{ PlaceBox }, texts]) => new PlaceBox(nearForm.elements.place, texts, () => nearForm.requestSubmit()).answer())
      .catch(() => {});
  }, { once: true });
}

// The box gives answers while one types, and a page of its own lists them all. Both load when they are first wanted.
for (const form of document.querySelectorAll("form[data-results]")) {
  form.addEventListener("focusin", () => {
    const before = form.elements.q.value;
    import("./search/box.js").then(({ Box }) => new Box(form, before)).catch(() => {});
  }, { once: true });
}
const finding = document.getElementById("finding");
if (finding) {
  import("./search/results.js").then(({ Results }) => new Results(finding))
    .catch(() => { finding.querySelector(".trouble").hidden = false; });
}

// The key / leads to the search, unless one is writing or has switched it off at the foot of the page.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !shortcuts()) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("form[role=search] input[type=search]")].find((input) => input.getClientRects().length);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
for (const box of document.querySelectorAll(".switches [data-setting]")) {
  box.checked = setting(box.dataset.setting);
  box.addEventListener("change", () => set(box.dataset.setting, box.checked));
  box.closest(".switches").hidden = false;
}

// What a linked word means, on request.
if (document.querySelector("a.term")) import("./wordhelp.js");

// The A to Z narrows to the words that hold all that is typed, in any of their names and forms; accents, hyphens aside.
const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/[-\s]+/g, " ").trim();

function find(form) {
  const wanted = fold(form.elements.q.value);
  const parts = wanted.split(" ");
  const texts = document.querySelector("#found-text").content.firstElementChild.dataset;
  let found = 0;
  let exact = null;
  for (const entry of document.querySelectorAll(".a-to-z li")) {
    const names = fold(entry.dataset.names).split(" | ");
    entry.hidden = !names.some((name) => parts.every((part) => name.includes(part)));
    if (entry.hidden) continue;
    found += 1;
    if (names.includes(wanted)) exact ??= entry;
  }
  for (const section of document.querySelectorAll(".a-to-z section")) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  document.querySelector(".letters")?.toggleAttribute("hidden", wanted !== "");
  form.querySelector(".nothing").hidden = found > 0;
  form.querySelector(".found").textContent =
    wanted === "" ? "" : found === 0 ? texts.none : found === 1 ? texts.one : `${texts.some} ${found}`;
  return wanted === "" ? null : exact ?? (found === 1 ? document.querySelector(".a-to-z li:not([hidden])") : null);
}

// The address follows a moment after the last key, as browsers refuse to rewrite it at every one.
let later;
function remember(form) {
  clearTimeout(later);
  later = setTimeout(() => {
    const query = form.elements.q.value.trim();
    history.replaceState(null, "", location.pathname + (query ? "#q=" + encodeURIComponent(query) : ""));
  }, 200);
}

const filter = document.querySelector("form.filter");
if (filter) {
  const asked = () => new URLSearchParams(location.hash.startsWith("#q=") ? location.hash.slice(1) : location.search).get("q");
  const read = () => {
    filter.elements.q.value = asked() ?? "";
    find(filter);
    filter.querySelector(".found").focus();
    if (location.search) remember(filter);
  };
  if (asked()) read();
  addEventListener("hashchange", () => { if (asked()) read(); });
  filter.addEventListener("input", () => { find(filter); remember(filter); });
  // Enter opens the word that was typed, or the only one left.
  filter.addEventListener("submit", () => find(filter)?.querySelector("a").click());
}
