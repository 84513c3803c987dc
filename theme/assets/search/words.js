// What a language does to its words: the table of generator/languages/rules.py, read as that module reads it.

import { plain } from "./fold.js";

export const EXACT = 0, MUTATION = 2, PLURAL = 4;

const NOTHING = {
  initials: [], endings: [], stem: [3, 3], tails: [], inner: [], vowels: "aeiou", groups: [], shifts: [], pairs: [], added: [],
  made: [], before: [], after: [], common: "",
};

export class Rules {
  constructor(table) {
    Object.assign(this, NOTHING, table);
    this.common = new Set(this.common.split(" "));
    this.asked = new Map();
    this.hung = [];
    if (this.before.length) this.hung.push(new RegExp(`(?<![\\p{L}\\p{N}])(?:${this.before.join("|")})'`, "gu"));
    if (this.after.length) this.hung.push(new RegExp(`'(?:${this.after.join("|")})(?![\\p{L}\\p{N}])`, "gu"));
  }

  words(text) {
    let lower = text.toLowerCase();
    const ascii = plain.test(lower);
    if (!ascii) lower = lower.replace(/[’‘ʼ]/g, "'").normalize("NFC");
    if (lower.includes("'")) {
      for (const hung of this.hung) lower = lower.replace(hung, "");
      lower = lower.replaceAll("'", "");
    }
    return lower.match(ascii ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
  }

  radicals(word) {
    for (const [beginning, originals] of this.initials) {
      if (word.startsWith(beginning) && word.length > 1) {
        return originals.map((original) => original + word.slice(beginning.length));
      }
    }
    return [];
  }

  starts(word) {
    return [word, ...(word.length > 2 ? this.radicals(word) : [])];
  }

  mutated(word) {
    const found = [];
    for (const [beginning, originals] of this.initials) {
      for (const original of originals) {
        if (word.startsWith(original)) found.push(beginning + word.slice(original.length));
      }
    }
    return found.filter((form) => this.radicals(form).includes(word));
  }

  singulars(word) {
    const found = new Set();
    for (const stem of this.stems(word)) {
      for (const form of this.shifted(stem)) found.add(form);
    }
    const own = this.shifted(word);
    for (const form of own) found.add(form);
    for (const form of own) {
      for (const ending of this.added) found.add(form + ending);
    }
    return [...found].filter((form) => form !== word && form.length > 1);
  }

  stems(word) {
    const found = [];
    for (const [ending, originals] of this.endings) {
      if (!word.endsWith(ending) || word.length < ending.length + this.stem[ending.length > 1 ? 1 : 0]) continue;
      const stem = word.slice(0, word.length - ending.length);
      for (const original of originals) {
        found.push(stem + original);
        if (!original) found.push(...this.calm(stem));
      }
    }
    return found;
  }

  calm(stem) {
    const found = [];
    for (const [tail, originals] of this.tails) {
      if (stem.endsWith(tail)) {
        found.push(...originals.map((original) => stem.slice(0, stem.length - tail.length) + original));
      }
    }
    const [start] = this.lastVowels(stem, stem.length);
    for (const [piece, originals] of this.inner) {
      if (start > 0 && stem.slice(0, start).endsWith(piece)) {
        const head = stem.slice(0, start - piece.length);
        found.push(...originals.map((original) => head + original + stem.slice(start)));
      }
    }
    return found;
  }

  shifted(stem) {
    const found = [stem];
    const [start, end] = this.lastVowels(stem, stem.length);
    if (start < 0) return found;
    const vowels = stem.slice(start, end), rest = stem.slice(end);
    for (const [shifted, originals] of this.shifts) {
      if (vowels === shifted) found.push(...originals.map((original) => stem.slice(0, start) + original + rest));
    }
    const [first, second] = this.lastVowels(stem, start);
    for (const [one, two, originals] of this.pairs) {
      if (first >= 0 && vowels === two && stem.slice(first, second) === one) {
        found.push(...originals.map(([a, b]) => stem.slice(0, first) + a + stem.slice(second, start) + b + rest));
      }
    }
    return found;
  }

  lastVowels(word, end) {
    while (end > 0 && !this.vowels.includes(word[end - 1])) end -= 1;
    if (end > 1 && this.groups.includes(word.slice(end - 2, end))) return [end - 2, end];
    return [end - 1, end];
  }

  inflected(word) {
    const found = [];
    for (const [ending, others] of this.made) {
      if (word.endsWith(ending) && word.length > ending.length + 1) {
        found.push(...others.map((other) => word.slice(0, word.length - ending.length) + other));
      }
    }
    return found;
  }

  // Words a folded word may be a form of, or that may be forms of it, and how far each is. Asked for again at every key.
  near(word) {
    if (!this.asked.has(word)) {
      if (this.asked.size > 200) this.asked.clear();
      this.asked.set(word, this.forms(word));
    }
    return this.asked.get(word);
  }

  forms(word) {
    const found = new Map([[word, EXACT]]);
    const add = (forms, step) => { for (const form of forms) if (!found.has(form)) found.set(form, step); };
    const originals = [word, ...this.radicals(word)];
    add(originals, MUTATION);
    for (const original of originals) add(this.mutated(original), MUTATION);
    for (const original of originals) {
      add(this.singulars(original), PLURAL);
      add(this.inflected(original), PLURAL);
    }
    return found;
  }
}
