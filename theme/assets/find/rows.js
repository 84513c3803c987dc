// What a result shows: made when the site was built, a file for each stretch of neighbours.

const base = new URL("../../", import.meta.url);
const lang = document.documentElement.lang;
const held = new Map();

export function read(file) {
  if (!held.has(file)) {
    const answer = fetch(new URL(file, base)).then((got) => {
      if (!got.ok) throw new Error(`${got.status} ${file}`);
      return got.json();
    });
    answer.catch(() => held.delete(file));
    held.set(file, answer);
  }
  return held.get(file);
}

export const texts = () => read(`find/${lang}/texts.json`);

// What is there of an asset: [id, HTML, address], the address "" where there is none to show. A file holds `block` neighbours.
const row = async (n, block) => (await read(`find/${lang}/rows-${Math.floor(n / block)}.json`))[n % block];

// Where to go for an asset, in one line.
export const placeOf = async (n, block) => (await row(n, block))[2];

// The parts of a result as elements. Its addresses count from the site's root, whatever page shows it.
export async function card(n, block) {
  const [id, html] = await row(n, block);
  const made = document.createElement("li");
  made.className = "asset";
  made.dataset.asset = id;
  made.innerHTML = html;
  for (const link of made.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), base);
  return made;
}
