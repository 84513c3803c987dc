// Titles that share most pairs of letters with a query, for when nothing answers it.

import { fold } from "./fold.js";

const NEAREST = 5, ALIKE = 30;

const pairs = (text) => {
  const folded = [...fold(text)];
  return new Set(folded.slice(1).map((letter, place) => folded[place] + letter));
};

export async function nearest(search, query) {
  const wanted = pairs(query), near = [];
  for (let n = 0; n < search.first[search.lang].rows.length; n += 1) {
    const own = pairs((await search.title(n))[0]);
    const common = [...wanted].filter((pair) => own.has(pair)).length;
    const score = Math.floor(200 * common / Math.max(wanted.size + own.size, 1));
    if (score >= ALIKE) near.push([score, n]);
  }
  const best = near.sort(([a, m], [b, n]) => b - a || m - n).slice(0, NEAREST);
  return Promise.all(best.map(async ([score, n]) =>
    search.hit(n, { score, why: "typo", name: 0, code: (await search.title(n))[1] }, query)));
}
