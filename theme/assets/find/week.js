// Whether something meets on a day. A rule is what `generator/hours/packed.py` says of a group; days are texts, as
// "2026-11-21", and weekdays count from Monday, which is 0.

const DAY = 86400000;
const WEEK = 7;

// Days since 1 January 1970, and back.
export const number = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
export const day = (number) => new Date(number * DAY).toISOString().slice(0, 10);
export const weekday = (number) => (((number + 3) % WEEK) + WEEK) % WEEK;
export const plus = (from, days) => day(number(from) + days);

// The day it is where the reader is.
export function today(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// `holidays` holds the bank holidays there are. School terms are not known: what keeps them meets here all year.
export function meets(rule, date, holidays = new Set()) {
  if (rule.not?.includes(date)) return false;
  if (rule.on) return rule.on.includes(date);
  if (!rule.days || (rule.from && date < rule.from) || (rule.until && date > rule.until)) return false;
  const n = number(date);
  if (!rule.days.includes(weekday(n)) || (rule.months && !rule.months.includes(Number(date.slice(5, 7))))) return false;
  if (rule.nth && !inMonth(rule.nth, date)) return false;
  if (rule.every && weeksApart(rule.from, n) % rule.every) return false;
  return !(rule.closed && holidays.has(date));
}

function inMonth(nth, date) {
  const last = plus(date, WEEK).slice(0, 7) !== date.slice(0, 7);
  return nth.includes(Math.ceil(Number(date.slice(8)) / WEEK)) || (last && nth.includes(-1));
}

function weeksApart(first, n) {
  const from = number(first);
  return (n - weekday(n) - (from - weekday(from))) / WEEK;
}

// The first of its days from `date` on, within so many days; null where there is none.
export function next(rule, date, within, holidays) {
  for (let n = 0; n < within; n += 1) {
    const found = plus(date, n);
    if (meets(rule, found, holidays)) return found;
  }
  return null;
}
