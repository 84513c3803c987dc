// What today makes of the dates of checks and sources, counted by area.

import { state } from "./fresh.js";
import { texts } from "./rows.js";

const COLUMNS = { due: ["due"], overdue: ["overdue", "lapsed"], old: ["old", "undated"] };

// How many of `dates` are in each column: {"checked 2026-03-01": 2, "known 2024-08": 1, …}; a date is "" where none is known.
export function counted(dates, days, today) {
  const found = { due: 0, overdue: 0, old: 0 };
  for (const [name, n] of Object.entries(dates)) {
    const [how, dated] = name.split(" ");
    const now = state({ [how]: dated }, days, today);
    for (const [column, states] of Object.entries(COLUMNS)) if (states.includes(now)) found[column] += n;
  }
  return found;
}

function show(table, { days }) {
  const sums = { due: 0, overdue: 0, old: 0 };
  for (const row of table.querySelectorAll("tbody tr")) {
    const found = counted(JSON.parse(row.dataset.dates ?? "{}"), days);
    for (const cell of row.querySelectorAll("[data-later]")) cell.textContent = found[cell.dataset.later];
    for (const name of Object.keys(sums)) sums[name] += found[name];
  }
  for (const cell of table.querySelectorAll("tfoot [data-later]")) cell.textContent = sums[cell.dataset.later];
  for (const cell of table.querySelectorAll("[data-later]")) cell.hidden = false;
}

texts().then((found) => {
  for (const table of document.querySelectorAll("table:has([data-later])")) show(table, found);
}).catch((trouble) => console.info(trouble));
