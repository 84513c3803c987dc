// Map pictures of another server, where the site names one: asked for only after the reader has read who then sees what, and
// agreed; remembered in this tab alone.

import { make } from "../search/page.js";

const KEY = "geirfa-map", DEEPEST = 18;

const store = (act) => {
  try {
    return act(sessionStorage);
  } catch {
    return null; // where nothing is stored, the reader is asked each time
  }
};

export class Tiles {
  // `template` holds the consent's text and the attribution, and names the address; without one there is nothing to ask.
  // `swapped` is called when pictures come or go.
  constructor(L, map, base, texts, template, swapped) {
    this.ask = make("div", { class: "map-consent", hidden: !template });
    if (!template) return;
    Object.assign(this, { map, base, texts, swapped });
    this.plain = map.getMaxZoom();
    this.address = template.dataset.address;
    const parts = template.content.cloneNode(true);
    [this.text, this.credit] = [parts.querySelector(".consent"), parts.querySelector(".attribution")];
    this.layer = L.tileLayer(this.address, { maxZoom: DEEPEST });
    this.button = make("button", { type: "button", class: "button" });
    this.button.addEventListener("click", () => this.turn(!this.on));
    this.ask.append(this.text, this.button);
    this.turn(store((held) => held.getItem(KEY)) === this.address);
  }

  turn(on) {
    this.on = on;
    store((held) => (on ? held.setItem(KEY, this.address) : held.removeItem(KEY)));
    this.map.setMaxZoom(on ? DEEPEST : this.plain);
    if (on) this.layer.addTo(this.map);
    else this.layer.remove();
    if (on) this.base.remove();
    else this.base.addTo(this.map);
    this.text.hidden = on;
    this.button.textContent = on ? this.texts.tilesOff : this.texts.tilesOn;
    this.swapped(on ? this.credit : null);
  }
}
