// The top of the page: which Sentinel this is, what it costs, the machine, and whether the page still hears of it.

import { attribute, one, reshape, say, shape } from "./dom.js";
import { clock, percent, rough, size, UNKNOWN } from "./format.js";
import { stateLook } from "./words.js";

export class Header {
  #icon = shape("ring", "dim");
  #link = "";

  constructor() {
    one("link-icon").append(this.#icon);
  }

  show(memory, targets) {
    const { version, uptime, resident_bytes: own, machine_memory_bytes: machine } = memory.sentinel;
    const used = targets.reduce((sum, { status }) => sum + (status.used_bytes || 0), 0);
    const cpu = memory.cpuShare();
    const share = machine ? ` · ${percent(used / machine)}` : "";
    say(one("version"), version ?? "");
    say(one("up"), clock(uptime));
    say(one("machine"), size(machine));
    say(one("held"), size(used) + share);
    say(one("itself"), own === undefined ? UNKNOWN : size(own));
    say(one("itself-cpu"), cpu === undefined ? "" : ` · ${(100 * cpu).toFixed(1)} % of a core`);
    say(one("counts"), counts(targets));
    document.title = title(targets);
  }

  live() {
    if (this.#link === "live") return;
    this.#link = "live";
    reshape(this.#icon, "disc", "good");
    say(one("link-word"), "live");
    one("lost").hidden = true;
    say(one("lost-sentence"), "");
    attribute(document.body, "data-link", "live");
  }

  /** The sentence is said once; only the age goes on, and that quietly. */
  lost(sentence, age) {
    this.#link = "lost";
    reshape(this.#icon, "cross", "danger");
    say(one("link-word"), "not connected");
    one("lost").hidden = false;
    say(one("lost-sentence"), sentence);
    say(one("lost-age"), age === null ? "" : `What you see is ${rough(age)} old.`);
    attribute(document.body, "data-link", "lost");
    if (!document.title.startsWith("not connected")) document.title = `not connected · ${document.title}`;
  }
}

/** `97 running, 2 killing`, the worst first. */
function counts(targets) {
  const by = new Map();
  for (const { status } of targets) by.set(status.state, (by.get(status.state) ?? 0) + 1);
  return [...by]
    .sort(([one], [other]) => stateLook(other).rank - stateLook(one).rank)
    .map(([state, number]) => `${number} ${state.toLowerCase()}`)
    .join(" · ");
}

/** What one wants to read in the tab: the one target, or what is worst of many. */
function title(targets) {
  if (targets.length !== 1) return `${counts(targets).split(" · ")[0] || "no targets"} · Sentinel`;
  const [target] = targets;
  const used = target.status.state === "RUNNING" ? size(target.status.used_bytes) : target.status.state.toLowerCase();
  return `${target.name} ${used} · Sentinel`;
}
