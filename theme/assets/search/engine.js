// What answers a query, in what order, and why: the twin of generator/search/{engine,known,matching}.py, over the same
// files. Names of everything here are those of these modules, which explain them.

import { allowed, distance } from "./distance.js";
import { fold, plain } from "./fold.js";
import { EXACT, MUTATION, PLURAL, Rules } from "./words.js";

const BLOCK = 64;
const NAMES = 256, SORTS = 4, LENGTHS = 16;
const TITLE = 0, FORM = 1, ALIAS = 2, CLOSE = 3;
const AS_TYPED = 100, FOLDED = 96, MUTATED = 90, INFLECTED = 80, BEGINNING = 60;
const SLIPPED = [0, 40, 30];
const SORT_POINTS = [0, -15, 2, -17];
const NOT_WHOLE = 25, EXTRA = 4, FIRST = 1, FOREIGN = 3;
const SHORT = 2, LONG = 4;
const TEXT = 300 + AS_TYPED;

const ascending = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const more = (row) => row?.[2] ?? 0;
const floor = (number, by) => Math.floor(number / by);

const slug = (text) => {
  const whole = fold(text).replace(/'/g, "").replace(/[^\x00-\x7f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (whole.length <= 80) return whole;
  const cut = whole.slice(0, 81).lastIndexOf("-");
  return whole.slice(0, cut < 0 ? 80 : Math.min(cut, 80));
};

const shard = (word, width) => {
  const beginning = [...word].slice(0, width).join("");
  return plain.test(beginning) ? beginning : "_";
};

class Words {
  constructor(names = new Map(), texts = new Map()) {
    this.names = names;
    this.texts = texts;
    this.spelt = new Map();
  }

  spell() {
    for (const words of [this.names, this.texts]) for (const word of words.keys()) put(this.spelt, fold(word), word);
    return this;
  }

  *begun(starts) {
    if (!this.names.size && starts[0].length < LONG) return;
    for (const [form, spelt] of this.spelt) if (starts.some((start) => form.startsWith(start))) yield* spelt;
  }
}

const put = (map, key, value) => {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
};

// Thousands of names come at one key: no iterator, no list that is not kept.
function places(into, n, names, rules, sort, start = 0) {
  for (let k = 0; k < names.length; k += 1) {
    const words = rules.words(names[k]);
    let counted = 0;
    for (const word of words) if (!rules.common.has(word)) counted += 1;
    const key = (n * NAMES + Math.min(start + k, NAMES - 1)) * SORTS + (sort ?? (k ? FORM : TITLE));
    const where = key * 2 * LENGTHS + Math.min(counted || words.length, LENGTHS - 1);
    for (let place = 0; place < words.length; place += 1) put(into, words[place], place ? where : where + LENGTHS);
    if (words.length === 2) put(into, words[0] + words[1], (key * 2 + 1) * LENGTHS + 1);
  }
}

// The search of the language whose folder `base` is ("…/search/en/").
export async function open(base) {
  const search = new Search(base);
  await search.begin();
  return search;
}

class Search {
  constructor(base) {
    this.lang = base.replace(/\/$/, "").split("/").at(-1);
    this.folder = new URL("../", new URL(base, globalThis.location?.href));
    this.codes = [];
    this.first = {};
    this.rules = {};
    this.rows = {};
    this.names = {};
    this.danger = {};
    this.aliases = new Map();
    this.loaded = new Map();
    this.fetched = new Map();
  }

  async begin() {
    await this.learn(this.lang);
    // Names in the other languages follow at once; the first answers need not wait for them.
    this.ready = Promise.all(this.first[this.lang].others.map((code) => this.learn(code)))
      .then(() => { this.codes = [this.lang, ...this.first[this.lang].others]; });
    this.ready.catch(() => {});
  }

  async learn(code) {
    const first = await this.read(`${code}/first.json`);
    this.first[code] = first;
    this.rules[code] = new Rules(first.rules);
    this.rows[code] = new Map(first.rows.map((row, n) => [n, typeof row === "string" ? ["", row] : row]));
    this.danger[code] = first.crisis.length ? new (await import("./danger.js")).Danger(first.crisis, this.rules[code]) : null;
    this.names[code] = this.wordsOf(code, this.rows[code].keys());
    if (code === this.lang) this.codes = [code];
  }

  read(file) {
    if (!this.fetched.has(file)) {
      const answer = fetch(new URL(file, this.folder)).then((got) => {
        if (!got.ok) throw new Error(`${got.status} ${file}`);
        return got.json();
      });
      answer.catch(() => this.fetched.delete(file));
      this.fetched.set(file, answer);
    }
    return this.fetched.get(file);
  }

  wordsOf(code, numbers) {
    const words = new Words();
    for (const n of numbers) {
      const row = this.rows[code].get(n);
      const names = row[1] ? row[1].split("|") : [];
      places(words.names, n, names, this.rules[code]);
      const target = more(row);
      if (target > 1) {
        const to = floor(target, 2) - 1, key = `${to} ${code}`;
        if (!this.aliases.has(key)) this.aliases.set(key, []);
        const held = this.aliases.get(key);
        const start = held.includes(names[0]) ? held.indexOf(names[0]) : held.length;
        const sort = target % 2 ? CLOSE : ALIAS;
        places(words.names, to, names, this.rules[code], sort, NAMES / 2 + start);
        if (start === held.length) held.push(...names);
      }
    }
    return words.spell();
  }

  // Whether a folded word stands, just so, in a name of one of these groups.
  async says(word, groups) {
    const stands = (where) => groups.includes(this.group(floor(where, 2 * LENGTHS * SORTS * NAMES))[0]);
    const says = ({ names, spelt }) => (spelt.get(word) ?? []).some((form) => (names.get(form) ?? []).some(stands));
    for (const code of this.codes) {
      if ([this.names[code], ...await this.filesOf(code, [word])].some(says)) return true;
    }
    return false;
  }

  // Everything that answers a query. `typing`: its last word may be only the beginning of one. `quick`: from what is
  // there already, without asking for another file. `names`: from names in the reader's language alone, which is all that
  // the first answer of a large site needs. `among`: which entries may be hits; `all` are all the same.
  async find(query, { typing = false, limit = 50, quick = false, names = false, among = null } = {}) {
    if (!quick && !names) await this.ready;
    const codes = names ? [this.lang] : [...this.codes];
    const asked = Object.fromEntries(codes.map((code) => [code, this.rules[code].words(query)]));
    const nothing = { query, hits: [], all: [], total: 0, crisis: false, near: [] };
    if (!codes.some((code) => asked[code].length)) return nothing;
    const known = {}, met = new Set();
    // What other languages need in any case is on its way while the reader's is read.
    if (!quick && !names) for (const code of codes.slice(1)) this.filesOf(code, asked[code].map(fold)).catch(() => {});
    for (const code of codes) {
      const last = typing ? fold(asked[code].at(-1) ?? "") : "", near = this.near(code, asked[code], last);
      const more = names ? this.loadNames(code, near) : this.load(code, near, last, met, quick);
      known[code] = [this.names[code], ...await more];
    }
    const best = new Matcher(this, known, asked, typing).best();
    const [begin, end] = this.first[this.lang].aside;
    const aside = (n) => n >= begin && n <= end;
    const all = [...best.keys()].sort((a, b) => aside(a) - aside(b) || best.get(b).score - best.get(a).score || a - b);
    const shown = (quick ? all.filter((n) => this.rows[this.lang].has(n)) : all).filter(among ?? (() => true));
    const hits = await Promise.all(shown.slice(0, limit).map((n) => this.hit(n, best.get(n), query)));
    const near = all.length || quick || names ? [] : await (await import("./nearest.js")).nearest(this, query);
    return { query, hits, all, total: all.length, crisis: this.crisis(asked), near };
  }

  // Answers to what is being typed, each better than the last: from what is there already; on a large site from names alone,
  // which is enough where they fill the list; from all. The last is `whole`.
  async *typed(query, limit) {
    let crisis = false;
    for (const stage of this.large ? ["quick", "names", "all"] : ["quick", "all"]) {
      const answer = await this.find(query, { typing: true, limit, [stage]: true });
      const [best] = answer.hits, sure = best?.score >= 1000 && best.reason !== "typo";
      const whole = stage === "all" || (stage === "names" && sure && answer.total >= limit);
      crisis ||= answer.crisis;
      if (whole || sure || crisis) yield { ...answer, crisis, whole };
      if (whole) return;
    }
  }

  // The files that hold the words asked for, as typed or mutated; for those that are in none, the files that hold their
  // singulars and plurals. Of words `met` in a language before, the files as typed; what is met here joins them, a word that
  // is being typed, the `last`, as soon as something begins with it.
  async load(code, near, last, met, quick) {
    const wanted = [...near].filter(([word]) => !met.has(word))
      .flatMap(([, forms]) => forms.filter(([, step]) => step < PLURAL).map(([form]) => form));
    const found = await this.filesOf(code, [...near.keys(), ...wanted], quick);
    const held = [this.names[code], ...found];
    for (const [word, forms] of near) if (held.some(({ spelt }) => forms.some(([form]) => spelt.has(form)))) met.add(word);
    if (last && !met.has(last) && held.some((known) => !known.begun(this.rules[code].starts(last)).next().done)) met.add(last);
    const lacking = [...near].filter(([word]) => !met.has(word)).flatMap(([, forms]) => forms.map(([form]) => form));
    return [...new Set([...found, ...await this.filesOf(code, lacking, quick)])];
  }

  // Folded words asked for, each with the forms that it may be met in; a short one that is being typed will do as it is.
  near(code, asked, last) {
    const forms = (word) => (word === last && word.length <= SHORT ? [[word, EXACT]] : [...this.rules[code].near(word)]);
    return new Map(asked.map(fold).map((word) => [word, forms(word)]));
  }

  // Names in the reader's language that have the word asked for which fewest have: enough for all that have every word.
  async loadNames(code, near) {
    const { files, width } = this.first[code];
    const wanted = [...near.values()].map((forms) => forms.map(([form]) => form));
    const many = (forms) => [...new Set(forms.map((form) => shard(form, width)))].reduce((sum, start) => sum + (files[start] ?? 0), 0);
    const [rarest = []] = wanted.filter(many).sort((a, b) => many(a) - many(b));
    return (await this.filesOf(code, rarest)).filter(({ names }) => names.size);
  }

  // What the files of some folded words hold: names and texts of one after those of another.
  async filesOf(code, forms, quick = false) {
    const { files, width } = this.first[code];
    const starts = [...new Set(forms.map((form) => shard(form, width)))].filter((start) => start in files).sort(ascending);
    const wanted = starts.map((start) => `${code}/words-${start}.json`).filter((file) => !quick || this.loaded.has(file));
    const contents = await Promise.all(wanted.map((file) => this.loaded.has(file) ? null : this.read(file)));
    return wanted.flatMap((file, place) => {
      if (!this.loaded.has(file)) this.loaded.set(file, this.take(code, contents[place]));
      return this.loaded.get(file);
    });
  }

  take(code, [rows, listed, said]) {
    for (const [n, ...row] of rows) this.rows[code].set(n, row);
    const words = listed.split(" "), texts = new Map();
    for (const [place, entries] of said.entries()) {
      for (let next = 1; next < entries.length; next += 1) entries[next] += entries[next - 1];
      texts.set(words[place], entries);
    }
    return [this.wordsOf(code, rows.map(([n]) => n)), new Words(new Map(), texts).spell()];
  }

  async row(n, code) {
    if (!this.rows[code].has(n)) {
      const block = await this.read(`${code}/records-${floor(n, BLOCK)}.json`);
      for (const [place, [, ...row]] of block.entries()) this.rows[code].set(n - n % BLOCK + place, row);
    }
    return this.rows[code].get(n);
  }

  async called(n, code) {
    const [, held] = await this.row(n, code);
    return held ? held.split("|") : [];
  }

  async name(n, k, code) {
    const aliases = this.aliases.get(`${n} ${code}`) ?? [];
    if (k >= NAMES / 2 && aliases.length) return aliases[Math.min(k - NAMES / 2, aliases.length - 1)];
    return (await this.called(n, code))[k];
  }

  async title(n) {
    for (const code of this.codes) {
      const [title] = await this.called(n, code);
      if (title) return [title, code];
    }
    return ["", this.lang];
  }

  group(n) {
    let start = 0;
    const { groups } = this.first[this.lang];
    return groups.find((group) => { start += group[4]; return n < start; }) ?? groups.at(-1);
  }

  async hit(n, known, query) {
    const [group, label, before, behind] = this.group(n);
    const [title, lang] = await this.title(n);
    let [word] = await this.row(n, this.lang);
    if (!word || word.endsWith("/")) word += slug(title);
    const why = await this.why(n, known, title, query);
    return { n, group, label, title, lang, why, reason: known.why, score: known.score, address: before + word + behind };
  }

  async why(n, known, title, query) {
    let { why } = known;
    const form = known.name >= 0 ? await this.name(n, known.name, known.code) : "";
    if ((why === "exact" || why === "form") && known.code !== this.lang && form !== title) why = "language";
    if (why === "form" && this.first[this.lang].lead.includes(this.group(n)[0])) why = "called";
    const first = this.first[this.lang];
    const values = { form, title, query, who: first.who, language: first.called[known.code] };
    let said = first.say[why];
    for (const [gap, value] of Object.entries(values)) said = said.replaceAll(`{${gap}}`, () => value);
    return said;
  }

  // Whether names of some entries come in files of their own.
  get large() { return Object.values(this.first[this.lang].files).some(Boolean); }

  // Texts of the interface, and what a language is called here.
  get texts() { return this.first[this.lang].texts; }

  languageName(code) { return this.first[this.lang].called[code]; }

  // What each of some entries is, in a sentence.
  async summaries(numbers) {
    return Promise.all(numbers.map(async (n) => {
      const block = await this.read(`${this.lang}/records-${floor(n, BLOCK)}.json`);
      return block[n % BLOCK][0];
    }));
  }

  // What the found can be narrowed down by: [label, names of values], and each entry's values of each.
  async facets() {
    const { facets, rows, of } = await this.read(`${this.lang}/facets.json`);
    return { facets, values: (n) => rows[of[n]] };
  }

  crisis(asked) {
    return Object.entries(asked).some(([code, words]) => this.danger[code]?.in(words.map(fold)));
  }
}

class Matcher {
  constructor(search, words, asked, typing) {
    Object.assign(this, { search, words, asked, typing, codes: Object.keys(asked) });
    this.wholes = Object.fromEntries(this.codes.map((code) => [code, asked[code].map((word) => this.whole(code, word))]));
    this.known = new Set(this.codes.flatMap((code) =>
      asked[code].filter((word, place) => this.wholes[code][place].size).map(fold)));
    this.begun = Object.fromEntries(this.codes.map((code) => [code, asked[code].length ? this.beginnings(code, fold(asked[code].at(-1))) : []]));
    if (this.begun[search.lang].length) this.known.add(fold(asked[search.lang].at(-1)));
  }

  best() {
    const best = new Map(), part = new Map();
    for (const code of this.codes) {
      const words = this.asked[code];
      this.judge(code, words, words.map((_, place) => this.found(code, place)), best, part);
      const joined = words.join("");
      if (words.length > 1) {
        const whole = this.whole(code, joined);
        if (whole.size) this.judge(code, [joined], [whole], best, new Map());
      }
    }
    if ([...best.values()].every(({ score }) => score <= TEXT)) {
      const few = best.size;
      for (const [n, known] of part) if (!few || known.score > TEXT) best.set(n, known);
    }
    return best;
  }

  whole(code, word) {
    const found = new Map(), rules = this.search.rules[code], folded = fold(word);
    const says = !rules.common.has(word), most = this.reach(code, folded);
    for (const [form, step] of rules.near(folded)) {
      for (const known of this.words[code]) {
        for (const spelt of known.spelt.get(form) ?? []) {
          if (step > most || (says && rules.common.has(spelt))) continue;
          const exact = spelt === word ? AS_TYPED : FOLDED;
          found.set(spelt, step === EXACT ? exact : step === MUTATION ? MUTATED : INFLECTED);
        }
      }
    }
    return found;
  }

  reach(code, folded) {
    const exact = this.codes.filter((other) => this.words[other].some((known) => known.spelt.has(folded)));
    if (exact.includes(code) || !exact.length) return PLURAL;
    return code === this.search.lang ? MUTATION : exact.includes(this.search.lang) ? EXACT : PLURAL;
  }

  found(code, place) {
    const words = this.asked[code], word = fold(words[place]), last = place === words.length - 1;
    let found = new Map(this.wholes[code][place]);
    if (last) for (const spelt of this.begun[code]) if (!found.has(spelt)) found.set(spelt, BEGINNING);
    if (!found.size && !this.known.has(word)) found = this.slipped(code, word, last && this.typing && word.length > LONG);
    return found;
  }

  beginnings(code, word) {
    if (!this.typing && (this.known.has(word) || word.length < 3)) return [];
    const starts = this.search.rules[code].starts(word);
    return this.words[code].flatMap((known) => [...known.begun(starts)]);
  }

  slipped(code, word, typing) {
    const most = allowed(word.length), found = new Map();
    if (!most) return found;
    for (const typed of [word, ...this.search.rules[code].radicals(word)]) {
      for (const known of this.words[code]) {
        for (const [form, spelt] of known.spelt) {
          const slips = Math.max(distance(typed, form, most, typing), 1);
          if (slips > most || (typed[0] !== form[0] && (slips > 1 || typed.length <= LONG + 1))) continue;
          for (const written of spelt) if ((found.get(written) ?? 9) > slips) found.set(written, slips);
        }
      }
    }
    const least = Math.min(...found.values());
    return new Map([...found].filter(([, slips]) => slips === least).map(([written, slips]) => [written, SLIPPED[slips]]));
  }

  judge(code, words, found, best, part) {
    const common = [code, this.search.lang].map((lang) => this.search.rules[lang].common);
    let counted = [...words.keys()].filter((place) => !common.some((little) => little.has(words[place])));
    if (!counted.length) counted = [...words.keys()];
    const [names, texts] = this.gather(code, found);
    const heldBy = (points) => counted.map((place) => points[place]).filter(Boolean);
    for (const [key, points] of names) {
      const held = heldBy(points);
      if (held.length) this.name(code, key, Math.min(...held), held.length, counted.length, best, part);
    }
    for (const [n, points] of texts) {
      const held = heldBy(points);
      if (held.length === counted.length) keep(best, n, { score: 300 + Math.min(...held), why: "text", name: -1, code });
      else if (held.length > 1) keep(part, n, { score: 100 + 20 * held.length, why: "some", name: -1, code });
    }
  }

  gather(code, found) {
    const names = new Map(), texts = new Map();
    const hold = (map, key, place, points) => {
      let held = map.get(key);
      if (!held) map.set(key, held = new Array(found.length).fill(0));
      if (points > held[place]) held[place] = points;
    };
    for (const [place, words] of found.entries()) {
      for (const [word, points] of words) {
        for (const known of this.words[code]) {
          for (const where of known.names.get(word) ?? []) {
            const key = floor(where, 2 * LENGTHS) * LENGTHS + where % LENGTHS;
            hold(names, key, place, points + (floor(where, LENGTHS) % 2 ? FIRST : 0));
            hold(texts, floor(where, 2 * LENGTHS * SORTS * NAMES), place, points);
          }
          for (const n of known.texts.get(word) ?? []) hold(texts, n, place, points);
        }
      }
    }
    return [names, texts];
  }

  name(code, place, points, held, counted, best, part) {
    const length = place % LENGTHS, sorted = floor(place, LENGTHS);
    const sort = sorted % SORTS, named = floor(sorted, SORTS);
    const k = named % NAMES, n = floor(named, NAMES);
    const marked = more(this.search.rows[code].get(n));
    const whole = held >= length;
    let score = points + SORT_POINTS[sort];
    if (!whole) score = Math.min(points, MUTATED + points % 2) + Math.min(SORT_POINTS[sort], 0) - NOT_WHOLE - Math.min(length - held, EXTRA);
    if (code !== this.search.lang) score -= FOREIGN;
    score = 4 * score + (marked === 1 ? 2 : 0) + (marked > 1 ? 0 : 1);
    if (held === counted) {
      keep(best, n, { score: 1000 + score, why: this.reason(points, sort, whole, marked), name: k, code });
    } else if (whole || 2 * held >= counted) {
      keep(part, n, { score: 200 + 100 * held + (whole ? 80 : 0) + floor(score, 8), why: "part", name: k, code });
    }
  }

  reason(points, sort, whole, marked) {
    if (points <= SLIPPED[1] + FIRST) return "typo";
    if (sort === ALIAS) return marked === 1 && this.search.first[this.search.lang].who ? "suggested" : "alias";
    if (sort === CLOSE) return "close";
    if (points <= BEGINNING + FIRST) return "begins";
    if (!whole) return "holds";
    if (points < FOLDED) return "changed";
    return sort === FORM ? "form" : "exact";
  }
}

function keep(best, n, known) {
  if (!best.has(n) || known.score > best.get(n).score) best.set(n, known);
}
