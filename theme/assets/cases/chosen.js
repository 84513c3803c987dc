// What the list of case studies and the page that compares them share.

export const MOST = 3; // studies side by side

// The texts of the interface that stand in the page.
export const texts = (page) => JSON.parse(page.querySelector(".study-texts").content.firstElementChild.dataset.said);

// Ids of an address that are known, each once, no more than go side by side.
export const chosen = (stated, known) => [...new Set((stated ?? "").split(","))].filter((id) => known.includes(id)).slice(0, MOST);

// What stands behind an address; commas between ids stay commas.
export const hash = (stated) => ([...stated.keys()].length ? `#${stated}`.replaceAll("%2C", ",") : "");

// Calls `follow` when the reader steps to another address that states what is chosen. A plain anchor, as that of a country or of
// the numbers to ring, states nothing.
export const onSteps = (follow) =>
  addEventListener("hashchange", () => { if (!location.hash || location.hash.includes("=")) follow(); });
