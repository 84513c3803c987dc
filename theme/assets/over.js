// What today makes of days: what has passed since the site was built leaves its list, and a page says that its last day was.

import { today } from "./find/week.js";

const now = today();
for (const part of document.querySelectorAll("[data-last]")) part.hidden ||= part.dataset.last < now;
for (const notice of document.querySelectorAll("[data-over]")) notice.hidden = notice.dataset.over >= now;

const list = document.querySelector(".agenda");
if (list) {
  const sections = [...list.querySelectorAll("section")];
  for (const section of sections) section.hidden = !section.querySelector("section > ul > li:not([hidden])");
  list.querySelector(".none").hidden = sections.some((section) => !section.hidden);
}
