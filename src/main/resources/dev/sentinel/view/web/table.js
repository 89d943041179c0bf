// The table of all targets: filter, order, keyboard. It does not move under the hand: while one is at work in it, and
// for some seconds after that, the order stays.

import { COLUMNS, sorted } from "./columns.js";
import { attribute, element, one, say } from "./dom.js";
import { Row } from "./row.js";
import { Sparks } from "./spark.js";

const CALM = 4_000;
const UNSEEN = 5_000;

export class Table {
  #body = one("targets-body");
  #empty = one("targets-empty");
  #counted = one("targets-counted");
  #filter = one("filter");
  #heads = new Map();
  #rows = new Map();
  #shown = [];
  #sparks = new Sparks(() => this.#fill());
  #targets = [];
  #selected = "";
  #now = 0;
  #touchedAt = -Infinity;
  #place;
  #select;

  /** @param place filter and order, as kept in the address
   *  @param select called with the name of a target that is chosen */
  constructor(place, select) {
    this.#place = place;
    this.#select = select;
    this.#buildHead();
    this.#filter.value = place.filter;
    this.#filter.addEventListener("input", () => this.#narrow());
    this.#filter.addEventListener("keydown", (event) => this.#filterKey(event));
    this.#body.addEventListener("click", ({ target }) => this.#choose(target.closest("tr")));
    this.#body.addEventListener("keydown", (event) => this.#walk(event));
    this.#body.addEventListener("focusin", ({ target }) => this.#reachable(target));
    document.addEventListener("keydown", (event) => this.#slash(event));
    for (const kind of ["pointermove", "pointerdown", "keydown", "wheel"]) {
      this.#body.addEventListener(kind, () => (this.#touchedAt = performance.now()), { passive: true });
    }
  }

  show(targets, selected, now) {
    this.#targets = targets;
    this.#selected = selected;
    this.#now = now;
    const there = new Set(targets.map(({ name }) => name));
    for (const [name, row] of this.#rows) if (!there.has(name)) this.#remove(name, row);
    for (const { name } of targets) this.#row(name).select(name === selected);
    this.#arrange(performance.now() - this.#touchedAt < CALM);
    this.#fill();
  }

  redraw() {
    this.#sparks.stale();
    this.#fill();
  }

  /** Rows that are scrolled away are kept up to date as well, but not every second: that would be most of the work. */
  #fill() {
    const now = performance.now();
    for (const target of this.#targets) {
      const row = this.#row(target.name);
      if (this.#sparks.sees(row.canvas) || now - row.updatedAt >= UNSEEN) {
        row.updatedAt = now;
        row.update(target);
      }
    }
    // Not one by one with the texts: to draw, the browser measures, and would do so once for each row.
    for (const target of this.#targets) this.#sparks.draw(this.#row(target.name).canvas, target, this.#now);
  }

  #buildHead() {
    for (const { key, head, order } of COLUMNS) {
      const cell = element("th", `c-${key}`, order ? "" : head);
      cell.scope = "col";
      if (order) {
        const button = element("button", "sort", head);
        button.type = "button";
        button.addEventListener("click", () => this.#sortBy(key));
        cell.append(button);
        this.#heads.set(key, cell);
      }
      one("targets-head").append(cell);
    }
    this.#showOrder();
  }

  /** Once, once more for the other way round, and a third time for the order that Sentinel has. */
  #sortBy(key) {
    const { sort } = this.#place;
    if (sort.key !== key) this.#place.sort = { key, backwards: false };
    else this.#place.sort = sort.backwards ? { key: "", backwards: false } : { key, backwards: true };
    this.#showOrder();
    this.#arrange(false);
    this.#fill();
  }

  #showOrder() {
    const { key, backwards } = this.#place.sort;
    for (const [name, cell] of this.#heads) {
      const rising = (name === "name") !== backwards;
      attribute(cell, "aria-sort", name === key ? (rising ? "ascending" : "descending") : null);
    }
  }

  #arrange(held) {
    const wanted = this.#place.filter.trim().toLowerCase();
    const fits = ({ name, status }) => `${name}\n${status.state}`.toLowerCase().includes(wanted);
    let order = sorted(this.#targets, this.#place.sort)
      .filter(fits)
      .map(({ name }) => name);
    if (held) {
      const before = new Map(this.#shown.map((name, at) => [name, at]));
      order.sort((some, other) => (before.get(some) ?? Infinity) - (before.get(other) ?? Infinity) || 0);
    }
    if (order.join("\n") !== this.#shown.join("\n")) this.#lay(order);
    const all = this.#targets.length;
    say(this.#counted, wanted ? `${order.length} of ${all}` : `${all}`);
    this.#empty.hidden = order.length > 0 || all === 0;
    say(this.#empty, wanted ? `No target is called or in a state like “${this.#place.filter.trim()}”.` : "");
  }

  /** A row that is moved in the document would lose the keyboard. */
  #lay(order) {
    const focused = document.activeElement;
    this.#body.replaceChildren(...order.map((name) => this.#row(name).node));
    if (focused !== document.activeElement && this.#body.contains(focused)) focused.focus();
    this.#shown = order;
    const reach = order.includes(this.#selected) ? this.#selected : order[0];
    if (reach && !this.#body.contains(document.activeElement)) this.#reachable(this.#row(reach).pick);
  }

  #row(name) {
    let row = this.#rows.get(name);
    if (!row) {
      row = new Row(name);
      row.node.row = row;
      this.#rows.set(name, row);
      this.#sparks.add(row.canvas);
    }
    return row;
  }

  #remove(name, row) {
    this.#sparks.remove(row.canvas);
    this.#rows.delete(name);
  }

  #choose(node) {
    if (node) this.#select(node.row.name);
  }

  /** One row at a time is reached by Tab; arrows go on from there. */
  #reachable(pick) {
    for (const { pick: other } of this.#rows.values()) other.tabIndex = other === pick ? 0 : -1;
  }

  #walk(event) {
    const at = this.#shown.indexOf(event.target.closest("tr")?.row.name);
    const last = this.#shown.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: last }[
      event.key
    ];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#focus(Math.min(last, Math.max(0, to)));
  }

  #focus(at) {
    if (at in this.#shown) this.#row(this.#shown[at]).pick.focus();
  }

  #narrow() {
    this.#place.filter = this.#filter.value;
    this.#arrange(false);
    this.#fill();
  }

  #filterKey(event) {
    if (event.key === "Escape" && this.#filter.value) {
      event.preventDefault();
      this.#filter.value = "";
      this.#narrow();
    } else if (["ArrowDown", "Enter"].includes(event.key)) {
      event.preventDefault();
      this.#focus(0);
    }
  }

  #slash(event) {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches?.("input, textarea, select")) return;
    event.preventDefault();
    this.#filter.select();
    this.#filter.focus();
  }
}
