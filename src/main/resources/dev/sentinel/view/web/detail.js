// What is known of the selected target, in words.

import { attribute, element, one, reshape, say, shape } from "./dom.js";
import { clock, count, growth, rough, size, UNKNOWN } from "./format.js";
import { stateLook } from "./words.js";

const MEASURES = { rss: "resident", pss: "proportional", "rss+swap": "resident and swap" };

/** What the table tells as well, where a window is wide enough for all of its columns. */
const FACTS_TWICE = [
  ["Memory", ({ used_bytes: used }) => size(used)],
  ["Limit", ({ limit_bytes: limit }) => (limit ? size(limit) : "none")],
  ["Growth", ({ growth_bytes_per_second: rate }) => growth(rate)],
  ["Limit in", ({ time_to_limit: left }) => rough(left)],
  ["Processes", ({ processes }) => count(processes)],
  ["Starts", ({ starts }) => starts && count(starts)],
  ["Up", ({ uptime }) => clock(uptime)],
];

const FACTS = [
  ["Peak", ({ peak_bytes: peak }) => size(peak)],
  ["Soft limit", ({ soft_limit_bytes: soft }) => soft && size(soft)],
  ["PID", ({ pid }) => count(pid)],
  ["Measured", ({ measure, scope }) => measure && `${MEASURES[measure] ?? measure}, of the ${scope}`],
  ["Last exit", ({ last_exit_code: code }) => code !== undefined && count(code)],
  ["Held by", ({ held_by: held }) => held],
];

export class Detail {
  #name = one("detail-name");
  #state = { icon: shape("dot", "plain"), word: element("span") };
  #values = new Map();

  constructor() {
    one("detail-state").append(this.#state.icon, this.#state.word);
    for (const [label] of FACTS_TWICE) this.#add(label, "twice");
    for (const [label] of FACTS) this.#add(label, "");
  }

  #add(label, classes) {
    const fact = element("div", classes);
    const value = element("dd");
    fact.append(element("dt", "", label), value);
    one("detail-facts").append(fact);
    this.#values.set(label, value);
  }

  show({ name, status }) {
    const look = stateLook(status.state);
    say(this.#name, name);
    attribute(this.#name, "title", name);
    reshape(this.#state.icon, look.shape, look.tone);
    say(this.#state.word, status.state);
    for (const [label, text] of [...FACTS_TWICE, ...FACTS]) {
      const value = this.#values.get(label);
      const told = text(status);
      value.parentNode.hidden = !told || told === UNKNOWN;
      say(value, told || "");
    }
  }
}
