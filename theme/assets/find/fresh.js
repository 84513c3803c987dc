// What today makes of a date that a page prints: a check is fresh, due, overdue or lapsed; a source is old.

const DAY = 86400000;

// Days since a date that may lack day and month: counted from its middle.
export function age(dated, today = new Date()) {
  if (!dated) return Infinity;
  const [year, month, day] = dated.split("-").map(Number);
  const then = new Date(year, month ? month - 1 : 6, day ?? (month ? 15 : 1));
  return Math.floor((today - then) / DAY);
}

// The state of one line, "" where its date says enough.
export function state({ checked, known }, days, today) {
  if (checked !== undefined) {
    const old = age(checked, today);
    return old > days.lapsed ? "lapsed" : old > days.overdue ? "overdue" : old > days.due ? "due" : "fresh";
  }
  if (known === "") return "undated";
  return known !== undefined && age(known, today) > days.old ? "old" : "";
}

// Says the state behind each line of freshness inside `part`.
export function decorate(part, texts, today = new Date()) {
  for (const line of part.querySelectorAll(".fresh:not([data-state])")) {
    const found = state(line.dataset, texts.days, today);
    line.dataset.state = found;
    if (found) line.append(Object.assign(document.createElement("span"), { className: "today", textContent: `; ${texts[found]}` }));
  }
}
