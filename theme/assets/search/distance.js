// How many slips of the keyboard lie between two words: the twin of generator/search/distance.py.

export const allowed = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2);

export function distance(a, b, most, beginning = false) {
  if (a.length - b.length > most || (b.length - a.length > most && !beginning)) return most + 1;
  if (beginning) b = b.slice(0, a.length + most);
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let here = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) here = Math.min(here, before[j - 2] + 1);
      row.push(here);
      if (here < least) least = here;
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(beginning ? Math.min(...last) : last.at(-1), most + 1);
}
