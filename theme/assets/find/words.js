// The groups that words find: by their own names and texts, and by what they help with or do, however a reader says it.

import { lang, search } from "../search/page.js";
import { fold } from "../search/fold.js";
import { read } from "./rows.js";

const FACETS = { activities: "activity", needs: "need" };
const CHANCE = new Set(["part", "some", "typo", "text", "holds"]);
const SURE = ["exact", "language", "form", "called", "changed"];
const MOST = 10;

// The surest of what helps and what is done: what is called so before what is known so. What it helps with counts beside what is
// done only where the words stand in its name: somebody who says "choir" looks for singing, not for all there is to do.
function surest(hits, words) {
  const named = ({ title }) => ` ${fold(title)} `.includes(` ${fold(words)} `);
  const rank = (hit) => {
    if (SURE.includes(hit.reason)) return SURE.indexOf(hit.reason);
    if (named(hit)) return SURE.indexOf("form");
    return CHANCE.has(hit.reason) ? Infinity : SURE.length;
  };
  const best = Math.min(...hits.map(rank));
  const found = hits.filter((hit) => rank(hit) === best && best < Infinity);
  return found.filter((hit) => hit.group === found[0].group || named(hit));
}

// {numbers, crisis, texts}: the assets' numbers, each with how well it fits, 0 the best; whether the words speak of danger, and
// what the search then says. `main` is the main language; what else is asked for is what unpack.js makes of traits.
export async function found(words, main, { entries, traits }) {
  const engine = await search();
  await engine.ready;
  const order = await read(`find/${main}/order.json`);
  const starts = new Map();
  let start = 0;
  for (const [group, , , , count] of engine.first[lang].groups) {
    starts.set(group, [start, start + count]);
    start += count;
  }
  const within = (n, group) => starts.has(group) && n >= starts.get(group)[0] && n < starts.get(group)[1];
  const { all, crisis } = await engine.find(words, { typing: true, limit: 0 });
  const numbers = all.filter((n) => within(n, "assets")).map((n) => order[n - starts.get("assets")[0]]);
  const hits = [];
  for (const group of Object.keys(FACETS)) {
    const answer = await engine.find(words, { typing: true, limit: MOST, among: (n) => within(n, group) });
    hits.push(...answer.hits.map((hit) => ({ ...hit, group })));
  }
  for (const { n, group } of surest(hits, words)) {
    const id = entries[group][n - starts.get(group)[0]];
    numbers.push(...(traits.get(FACETS[group]).get(id) ?? []));
  }
  const found = [...new Set(numbers)].filter((n) => n >= 0);
  return { numbers: new Map(found.map((n, place) => [n, place])), crisis, texts: engine.texts };
}
