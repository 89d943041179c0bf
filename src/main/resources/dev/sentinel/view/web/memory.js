// All that the page remembers of one life of Sentinel: no network, no document.

import { SECONDS, Staircase } from "./staircase.js";
import { eventLook } from "./words.js";

const MOST_EVENTS = 1000;

export class Memory {
  sentinel = null;
  targets = new Map();
  events = [];
  at = 0;
  #readAt = 0;
  #cpu = null;
  #eventLife = "";
  #lastNumber = 0;

  /** Takes in what /api/status said. Says whether it is another Sentinel than before, of which nothing is known. */
  status(told) {
    const renewed = this.sentinel !== null && another(this.sentinel, told.sentinel);
    if (renewed) this.#forget();
    this.at = told.at ? Date.parse(told.at) / 1000 : Date.now() / 1000;
    this.#readAt = performance.now();
    this.sentinel = told.sentinel;
    this.#rememberCpu();
    const there = new Set(told.targets.map((target) => target.name));
    for (const name of this.targets.keys()) if (!there.has(name)) this.targets.delete(name);
    for (const status of told.targets) this.#target(status.name).look(status, this.at);
    return renewed;
  }

  /** Takes in what /api/history said. */
  history(told) {
    for (const { name, points } of told.targets) this.targets.get(name)?.stairs.replace(points, told.at);
  }

  /** Takes in one event; false for one that is known already. Numbers start anew in each life. */
  event(id, event) {
    const life = id.slice(0, Math.max(0, id.lastIndexOf("-")));
    if (life !== this.#eventLife) this.#forgetEvents();
    this.#eventLife = life;
    if (event.number <= this.#lastNumber) return false;
    this.#lastNumber = event.number;
    const kept = { ...event, time: Date.parse(event.at) / 1000 };
    this.events.push(kept);
    if (this.events.length > MOST_EVENTS) this.events.shift();
    const target = this.targets.get(kept.target);
    target?.mark(kept);
    if (kept.event === "ended" && kept.time > this.at) target?.end(kept.time);
    return true;
  }

  /** The time at Sentinel's place, as far as one can tell from here. */
  now() {
    return this.at + this.age();
  }

  /** When something was last heard of: the last events may come after the last answer. */
  lastAt() {
    return Math.max(this.at, this.events.at(-1)?.time || 0);
  }

  /** Seconds since the last answer. */
  age() {
    return (performance.now() - this.#readAt) / 1000;
  }

  /** Share of one processor that Sentinel has lately taken; not known at first. */
  cpuShare() {
    const { first, last } = this.#cpu ?? {};
    return last && last.at > first.at ? (last.cpu - first.cpu) / (last.at - first.at) : undefined;
  }

  #rememberCpu() {
    const cpu = this.sentinel.cpu_seconds;
    if (cpu === undefined) return;
    const now = { at: this.at, cpu };
    // Over half a minute to a minute: a second tells of one tick only.
    if (this.#cpu === null) this.#cpu = { first: now, middle: now, last: now };
    else this.#cpu.last = now;
    if (now.at - this.#cpu.middle.at >= 30) {
      this.#cpu.first = this.#cpu.middle;
      this.#cpu.middle = now;
    }
  }

  #target(name) {
    let target = this.targets.get(name);
    if (!target) {
      target = new Target(name);
      this.targets.set(name, target);
      this.events.filter((event) => event.target === name).forEach((event) => target.mark(event));
    }
    return target;
  }

  #forget() {
    this.targets.clear();
    this.#cpu = null;
    this.#forgetEvents();
  }

  #forgetEvents() {
    this.events = [];
    this.#lastNumber = 0;
    for (const target of this.targets.values()) target.marks = [];
  }
}

/** One target: what was last told of it, its memory and its limit over time, and what happened to it. */
export class Target {
  status = { state: "STARTING" };
  stairs = new Staircase();
  marks = [];

  constructor(name) {
    this.name = name;
  }

  look(status, at) {
    // A peak between two looks of this page is in no answer but as the new highest.
    const rose = status.peak_bytes > (this.status.peak_bytes ?? Infinity);
    this.stairs.add(at, rose ? status.peak_bytes : status.used_bytes);
    this.status = status;
  }

  mark(event) {
    if (!eventLook(event.event).weight) return;
    this.marks.push(event);
    while (this.marks.length && this.marks[0].time < event.time - SECONDS) this.marks.shift();
  }

  /** The limit and from when on, oldest first; the events tell of changes. */
  limits() {
    const changes = this.marks.filter(({ event }) => event === "limit-changed");
    const first = changes.length ? changes[0].before_bytes : this.status.limit_bytes;
    return [
      { since: -Infinity, bytes: first },
      ...changes.map(({ time, limit_bytes: bytes }) => ({ since: time, bytes })),
    ];
  }

  /** An end that is told of before the next answer, or instead of it: Sentinel itself may end with its last target. */
  end(time) {
    this.stairs.end(time);
    const { pid, growth_bytes_per_second, time_to_limit, ...rest } = this.status;
    this.status = { ...rest, state: "GONE", used_bytes: 0, processes: 0 };
  }

  share() {
    const { used_bytes: used, limit_bytes: limit } = this.status;
    return limit ? used / limit : undefined;
  }
}

function another(before, now) {
  const differ = (key) => before[key] !== undefined && now[key] !== undefined && before[key] !== now[key];
  return differ("pid") || differ("started_at") || now.uptime < before.uptime;
}
