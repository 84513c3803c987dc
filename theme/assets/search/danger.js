// Whether somebody who types this may be in danger: the twin of generator/search/crisis.py, which explains it.

import { allowed, distance } from "./distance.js";
import { fold } from "./fold.js";

const BETWEEN = 3, SHORT = 6;

export class Danger {
  constructor(phrases, rules) {
    this.rules = rules;
    this.phrases = phrases.map((phrase) => rules.words(phrase).map(fold)).map((words) => [words, words.join("")]);
    this.words = new Set(this.phrases.flatMap(([words]) => words));
    this.joined = new Set(this.phrases.map(([, joined]) => joined));
    this.heard = new Map();
  }

  // Which words of phrases, and which whole phrases, a word typed means; asked again at every key.
  means(typed) {
    if (!this.heard.has(typed)) {
      const meant = (words, most) => new Set([...words].filter((word) => this.meant(word, typed, most(word))));
      const whole = meant(this.joined, (word) => (word.length < SHORT ? 0 : allowed(word.length)));
      this.heard.set(typed, [meant(this.words, (word) => allowed(word.length)), whole]);
    }
    return this.heard.get(typed);
  }

  meant(word, typed, most) {
    if (this.rules.near(typed).has(word)) return true;
    return most > 0 && distance(typed, word, most) <= most && (most === 1 || (typed.length > 3 && typed[0] === word[0]));
  }

  in(typed) {
    const written = [...typed.entries(), ...typed.slice(1).map((word, place) => [place, typed[place] + word])]
      .map(([place, word]) => [place, ...this.means(word)]);
    return this.phrases.some(([words, joined]) => {
      if (written.some(([, , whole]) => whole.has(joined))) return true;
      if (words.length < 2) return false;
      const places = words.map((word) => written.filter(([, meant]) => meant.has(word)).map(([place]) => place));
      const near = words.length + BETWEEN;
      return [...typed.keys()].some((start) => places.every((held) => held.some((place) => start <= place && place < start + near)));
    });
  }
}
