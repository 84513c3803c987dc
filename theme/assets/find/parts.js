// What the map's page is put together from.

import { make } from "../search/page.js";

const ASSETS = new URL("../", import.meta.url);

// A style sheet of ours, by its name in assets/, as a promise; there once.
export const style = (file) => new Promise((done, fail) => {
  const address = new URL(file, ASSETS).href;
  if (document.querySelector(`link[href="${address}"]`)) return void done();
  const link = make("link", { rel: "stylesheet", href: address });
  link.addEventListener("load", done);
  link.addEventListener("error", () => {
    link.remove();
    fail(new Error(file));
  });
  document.head.append(link);
});

// A button of this class: what it does, what is in it.
export const button = (name, act, ...inside) => {
  const made = make("button", { type: "button", class: name }, ...inside);
  made.addEventListener("click", act);
  return made;
};
