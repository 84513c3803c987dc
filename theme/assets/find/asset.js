// What the pages of groups and their lists can do beyond reading: say how old a fact is today, put a group into the plan,
// share it. Everything here is extra.

import { make, said } from "../search/page.js";
import { decorate } from "./fresh.js";
import { add, has, items, remove } from "./plan.js";
import { texts } from "./rows.js";

const root = new URL("../../", import.meta.url);
const voice = document.querySelector("[role=status].said");

export function say(text) {
  if (!voice) return;
  voice.textContent = "";
  setTimeout(() => { voice.textContent = text; }, 50);
}

// A button that puts a group into the plan, or takes it out.
function follow(button, id, name, t) {
  const show = () => {
    const held = has(id);
    button.textContent = held ? `✓ ${t.added}` : t.add;
    button.setAttribute("aria-pressed", String(held));
    button.setAttribute("aria-label", said(held ? t.removeNamed : t.addNamed, { name }));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const held = has(id);
    (held ? remove : add)(id);
    say(held ? t.isRemoved : t.isAdded);
  });
  addEventListener("geirfa:plan", show);
  show();
}

// Buttons for every group in `part` that has none yet.
export function offer(part, t) {
  for (const entry of part.querySelectorAll(".asset[data-asset]:not([data-offered])")) {
    entry.dataset.offered = "";
    const button = make("button", { type: "button", class: "button plan-button", hidden: true });
    entry.append(button);
    follow(button, entry.dataset.asset, entry.querySelector("a").textContent, t);
  }
}

// What is too old to go by is said where one begins to read, not only where its sources stand.
function warn(page) {
  const line = page.querySelector(".trust .fresh");
  if (!["overdue", "lapsed", "old", "undated"].includes(line?.dataset.state)) return;
  page.querySelector("[data-plan]").parentElement.before(make("p", { class: "notice ring-first" }, `${line.textContent}.`));
}

function wire(t) {
  decorate(document, t);
  for (const list of document.querySelectorAll(".results")) {
    offer(list, t);
    new MutationObserver(() => offer(list, t)).observe(list, { childList: true });
  }
  const page = document.querySelector(".asset-page");
  if (page) warn(page);
  const button = page?.querySelector("[data-plan]");
  if (button) follow(button, page.dataset.asset, page.querySelector("h1").textContent, t);
  for (const link of document.querySelectorAll("[data-script]")) link.hidden = false;
  planned(t);
}

// The way to the plan, in the header, once there is something in it.
function planned(t) {
  const link = document.querySelector(".plan-link");
  if (!link) return;
  const show = () => {
    const n = items().length;
    link.hidden = !n;
    link.textContent = said(t.planned, { n });
  };
  addEventListener("geirfa:plan", show);
  show();
}

const page = document.querySelector(".asset-page");
if (page) import("./share.js").then(({ share }) => texts().then((t) => share(page, t, say))).catch(() => {});
texts().then(wire).catch((trouble) => console.info(trouble));

export { root };
