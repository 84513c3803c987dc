// What a reader makes here: it lives in this tab and dies with it, unless they choose to keep it on this device; it is never
// sent anywhere.

const PLACES = ["localStorage", "sessionStorage"];

export class Kept {
  // `sound` makes of what was found in store what can be used, or null. Whoever shows it hears of every change.
  constructor(name, sound) {
    this.key = `geirfa.${name}`;
    this.event = `geirfa:${name}`;
    this.sound = sound;
    this.here = null;  // where a browser stores nothing
  }

  stored(place) {
    try {
      return this.sound(JSON.parse(globalThis[place].getItem(this.key) ?? "null"));
    } catch {
      return null;
    }
  }

  // Whether it is kept on this device.
  get kept() {
    return this.stored("localStorage") !== null;
  }

  get value() {
    return this.stored("localStorage") ?? this.stored("sessionStorage") ?? this.here;
  }

  store(value, keep = this.kept) {
    this.here = value;
    try {
      const [to, from] = keep ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
      to.setItem(this.key, JSON.stringify(value));
      from.removeItem(this.key);
    } catch {
      // Nothing is stored: it holds for this page.
    }
    dispatchEvent(new CustomEvent(this.event));
  }

  // Takes off the device what this holds; with `all`, whatever this site holds of a reader.
  clear(all = false) {
    this.here = null;
    for (const place of PLACES) {
      try {
        for (const key of Object.keys(globalThis[place])) {
          if (key === this.key || (all && key.startsWith("geirfa"))) globalThis[place].removeItem(key);
        }
      } catch {
        // Nothing is stored there.
      }
    }
    dispatchEvent(new CustomEvent(this.event));
  }
}
