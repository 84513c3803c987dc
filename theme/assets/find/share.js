// What a group's page can be taken along as: shared, printed large or in both languages, shown as a QR code.

const twin = () => document.querySelector("a.switch[hreflang]");

// The page's own address, without what stands behind its #.
export const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

export function share(page, texts, say) {
  offer(page, "[data-share]", navigator.share, () => {
    navigator.share({ title: page.querySelector("h1").textContent, url: address() }).catch(() => {});
  });
  offer(page, "[data-large]", true, (button) => {
    const large = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(large));
    document.documentElement.classList.toggle("large-print", large);
  });
  offer(page, "[data-leaflet]", twin(), () => leaflet(page).catch(() => print()));
  offer(page, "[data-qr]", true, (button) => code(page, button, texts, say));
}

function offer(page, selector, possible, act) {
  const button = page.querySelector(selector);
  if (!button || !possible) return;
  button.hidden = false;
  button.addEventListener("click", () => act(button));
}

// One leaflet, the languages side by side: the other's article is fetched from its page and printed beside this one.
async function leaflet(page) {
  if (!page.querySelector(".twin-article")) {
    const got = await fetch(twin().href);
    const other = new DOMParser().parseFromString(await got.text(), "text/html");
    const article = document.importNode(other.querySelector(".asset-page article"), true);
    article.classList.add("twin-article");
    article.lang = twin().hreflang;
    for (const named of article.querySelectorAll("[id]")) named.removeAttribute("id");
    page.querySelector("article").after(article);
  }
  document.documentElement.classList.add("both-languages");
  addEventListener("afterprint", () => document.documentElement.classList.remove("both-languages"), { once: true });
  print();
}

async function code(page, button, texts, say) {
  const shown = button.getAttribute("aria-expanded") === "true";
  const holder = page.querySelector(".qr");
  button.setAttribute("aria-expanded", String(!shown));
  holder.hidden = shown;
  if (shown || holder.firstChild) return;
  const { drawn } = await import("./qr.js");
  const made = drawn(address());
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", texts.code);
  holder.append(made);
  say(texts.code);
}
