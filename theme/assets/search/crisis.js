// The numbers to ring, shown above every hit to whoever looks for help in danger. They are those of the page's own panel.

import { make } from "./page.js";

// The panel, with the first numbers or all; null on a page that has none.
export function panel(texts, most = Infinity) {
  const numbers = [...document.querySelectorAll("#help .numbers > li")];
  if (!numbers.length) return null;
  const id = most < numbers.length ? "urgent-first" : "urgent-all";
  const listed = numbers.slice(0, most).map((entry) => {
    const how = entry.querySelector(".number").parentElement.cloneNode(true);
    const hours = entry.querySelector(".hours")?.cloneNode(true);
    return make("li", {}, make("p", { class: "whose" }, entry.querySelector("h3").textContent), how, hours && make("p", {}, hours));
  });
  return make("section", { class: "crisis", "aria-labelledby": id },
    make("h2", { id }, texts.urgent),
    make("p", {}, texts.ring),
    make("ul", { class: "numbers" }, ...listed),
    most < numbers.length && make("p", {}, make("a", { href: "#help" }, texts.numbers)));
}
