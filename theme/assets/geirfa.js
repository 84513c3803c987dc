// What a page can do beyond reading. Everything here is extra: without it the pages, the menu and every list work.

const status = document.querySelector("[role=status].said");

function say(text) {
  if (status) status.textContent = text;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No permission, or an old browser: select the text so that one key copies it.
    const source = button.dataset.copy && document.querySelector(button.dataset.copy);
    if (source?.select) source.select();
    return;
  }
  button.dataset.label ??= button.textContent;
  button.textContent = button.dataset.done ?? "✓ " + button.dataset.label;
  say(button.textContent);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const source = document.querySelector(button.dataset.copy);
    copy(source.value ?? source.textContent.trim(), button);
  });
}
for (const button of document.querySelectorAll("[data-copy-link]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(document.querySelector("link[rel=canonical]")?.href ?? location.href, button));
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// "Suggest a change" opens the panel at the foot of the page.
function openSuggest() {
  if (location.hash === "#suggest") document.getElementById("suggest").open = true;
}
addEventListener("hashchange", openSuggest);
openSuggest();

// The language switch keeps what stands behind the # of the address: words looked for, the place on the page.
for (const link of document.querySelectorAll("a.switch")) {
  link.addEventListener("click", () => { link.hash = location.hash; });
}

// Words looked for live behind the #, so that no server's log holds them.
for (const form of document.querySelectorAll("form[role=search]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.elements.q.value.trim();
    const target = new URL(form.action);
    target.hash = query ? "q=" + encodeURIComponent(query) : "";
    if (form.classList.contains("filter")) find(form);
    else location.assign(target);
  });
}

// The A to Z narrows to the words that hold what is typed, in any of the site's languages, accents aside.
const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'");

function find(form) {
  const wanted = fold(form.elements.q.value.trim());
  const texts = document.querySelector("#found-text").content.firstElementChild.dataset;
  let found = 0;
  for (const entry of document.querySelectorAll(".a-to-z li")) {
    entry.hidden = !fold(entry.dataset.names).includes(wanted);
    if (!entry.hidden) found += 1;
  }
  for (const section of document.querySelectorAll(".a-to-z section")) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  document.querySelector(".letters").hidden = wanted !== "";
  form.querySelector(".found").textContent =
    wanted === "" ? "" : found === 0 ? texts.none : found === 1 ? texts.one : `${texts.some} ${found}`;
  history.replaceState(null, "", wanted ? "#q=" + encodeURIComponent(form.elements.q.value.trim()) : location.pathname);
}

const filter = document.querySelector("form.filter");
if (filter) {
  const asked = new URLSearchParams(location.hash.startsWith("#q=") ? location.hash.slice(1) : location.search).get("q");
  if (asked) {
    filter.elements.q.value = asked;
    find(filter);
  }
  filter.addEventListener("input", () => find(filter));
}
