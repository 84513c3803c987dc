// How far something is, in words.

import { said } from "../search/page.js";

const lang = document.documentElement.lang;
const [tenths, whole] = [1, 0].map((most) => new Intl.NumberFormat(lang, { maximumFractionDigits: most }));

export function far(texts, miles) {
  if (miles < 0.5) return texts.close;
  const n = (miles < 10 ? tenths : whole).format(miles);
  return said(texts.mile, { n });
}
