// One row of the table. Its name is a button: that is what is reached by keyboard, and pressed to select.

import { COLUMNS, shareText } from "./columns.js";
import { attribute, element, reshape, say, shape } from "./dom.js";
import { size } from "./format.js";
import { pressure, stateLook } from "./words.js";

const PRESSED = { over: ["bang", "danger", "over the limit"], near: ["up", "warn", "near the limit"] };

export class Row {
  node = element("tr");
  updatedAt = -Infinity;
  pick = element("button", "pick");
  canvas = element("canvas", "spark");
  #cells = new Map();
  #state = { icon: shape("dot", "plain"), word: element("span") };
  #share = {
    icon: shape("up", "plain"),
    hint: element("span", "unseen"),
    word: element("span"),
    bar: element("span", "bar"),
    used: element("span", "used"),
  };

  constructor(name) {
    this.name = name;
    this.pick.type = "button";
    this.pick.tabIndex = -1;
    this.pick.title = name;
    this.pick.append(element("bdi", "", name));
    this.canvas.setAttribute("aria-hidden", "true");
    for (const { key } of COLUMNS) {
      const cell = element(key === "name" ? "th" : "td", `c-${key}`);
      if (key === "name") cell.scope = "row";
      this.#cells.set(key, cell);
      this.node.append(cell);
    }
    this.#cells.get("name").append(this.pick);
    this.#cells.get("state").append(this.#state.icon, this.#state.word);
    this.#cells.get("spark").append(this.canvas);
    this.#cells
      .get("share")
      .append(this.#share.icon, this.#share.word, this.#share.hint, this.#share.bar, this.#share.used);
  }

  select(selected) {
    attribute(this.pick, "aria-current", selected ? "true" : null);
  }

  update(target) {
    const look = stateLook(target.status.state);
    reshape(this.#state.icon, look.shape, look.tone);
    say(this.#state.word, target.status.state);
    attribute(this.node, "data-state", target.status.state);
    for (const { key, text } of COLUMNS) if (text) say(this.#cells.get(key), text(target));
    this.#pressure(target);
  }

  #pressure(target) {
    const [name, tone, hint] = PRESSED[pressure(target.status)] ?? ["up", "none", ""];
    const { icon, word, bar, used } = this.#share;
    reshape(icon, name, tone);
    say(word, shareText(target));
    say(this.#share.hint, hint);
    say(used, size(target.status.used_bytes));
    attribute(bar, "data-tone", tone);
    bar.style.setProperty("--share", String(Math.min(1, target.share() ?? 0)));
  }
}
