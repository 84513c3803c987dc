// Two or three case studies beside each other, a column each, as a reader chooses. They are taken out of the table of all.

import { Status, make, said } from "../search/page.js";
import { chosen, hash, onSteps, texts } from "./chosen.js";

class Comparison {
  constructor(page) {
    this.page = page;
    this.texts = texts(page);
    this.table = page.querySelector(".studies-table");
    this.heads = [...this.table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
    this.rows = new Map([...this.table.tBodies[0].rows].map((row) => [row.dataset.study, row]));
    this.selects = [...page.querySelectorAll(".compare-form select")];
    this.place = page.querySelector(".compared");
    this.status = new Status(page.querySelector(".status"));
    page.querySelector(".compare-form").hidden = false;
    for (const select of this.selects) select.addEventListener("change", () => this.changed());
    onSteps(() => this.follow());
    this.follow();
  }

  follow() {
    const ids = chosen(new URLSearchParams(location.hash.slice(1)).get("ids"), [...this.rows.keys()]);
    for (const [place, select] of this.selects.entries()) select.value = ids[place] ?? "";
    this.show(ids);
  }

  changed() {
    const ids = chosen(this.selects.map((select) => select.value).join(","), [...this.rows.keys()]);
    const stated = new URLSearchParams(ids.length ? { ids: ids.join(",") } : {});
    history.replaceState(null, "", location.pathname + hash(stated));
    this.show(ids);
  }

  show(ids) {
    const rows = ids.map((id) => this.rows.get(id)), names = rows.map((row) => row.cells[0].textContent.trim());
    this.place.hidden = !ids.length;
    this.place.replaceChildren(...(ids.length ? [this.beside(rows, names)] : []));
    this.page.querySelector(".all-studies").open = location.hash === "#all"; // what was chosen stands alone, on paper too
    this.status.say(ids.length > 1 ? said(this.texts.beside, { names: names.join(", ") }) : ids.length ? this.texts.another : this.texts.choose);
  }

  // The chosen rows turned into columns. On a narrow screen each cell names its study.
  beside(rows, names) {
    const head = make("tr", {}, make("td", {}), ...rows.map((row) => make("th", { scope: "col" }, ...copies(row.cells[0]))));
    const body = this.heads.map((name, place) => make("tr", {},
      make("th", { scope: "row" }, name),
      ...rows.map((row, column) => make("td", { "data-label": names[column] }, ...copies(row.cells[place + 1])))));
    return make("table", { class: "stack beside", "aria-label": said(this.texts.beside, { names: names.join(", ") }) }, make("thead", {}, head), make("tbody", {}, ...body));
  }
}

const copies = (cell) => [...cell.childNodes].map((node) => node.cloneNode(true));

const page = document.getElementById("compare");
if (page) new Comparison(page);
