// The big staircase of the selected target: axes, limit and soft limit, marks for what happened, and a hand that shows
// time and size wherever one points. By keyboard the hand is a slider.

import { attribute, one, say } from "./dom.js";
import { percent, size, timeOfDay } from "./format.js";
import { marksOf } from "./marks.js";
import { limitsOf, picture } from "./picture.js";
import { eventLook } from "./words.js";

const SHORTEST = 60;
const NEAR = 9;

export class Graph {
  #frame = one("graph");
  #canvas = one("graph-canvas");
  #hand = one("graph-hand");
  #tip = one("graph-tip");
  #share = null;
  #target = null;
  #time = { now: 0, born: 0 };
  #seconds = 600;
  #fitted = false;
  #view = null;

  constructor() {
    new ResizeObserver(() => this.draw()).observe(this.#frame);
    this.#frame.addEventListener("pointermove", (event) => this.#point(event));
    this.#frame.addEventListener("pointerdown", (event) => this.#point(event));
    this.#frame.addEventListener("pointerleave", () => this.#put(null));
    this.#frame.addEventListener("blur", () => this.#put(null));
    this.#frame.addEventListener("keydown", (event) => this.#key(event));
    for (const button of document.querySelectorAll("[data-seconds]")) {
      button.addEventListener("click", () => this.#reach(Number(button.dataset.seconds)));
    }
    one("fit").addEventListener("click", () => this.#fit());
  }

  /** @param now seconds since 1970 at Sentinel's place
   *  @param born when that Sentinel started: before it there is nothing to show */
  show(target, now, born) {
    this.#target = target;
    this.#time = { now, born };
    this.draw();
  }

  draw() {
    if (!this.#target || !this.#canvas.clientWidth) return;
    const { now, born } = this.#time;
    const reach = Math.min(this.#seconds, Math.max(SHORTEST, Math.ceil(now - born)));
    this.#view = picture(this.#canvas, this.#target, { from: now - reach, to: now, fitted: this.#fitted });
    this.#place();
  }

  #reach(seconds) {
    this.#seconds = seconds;
    for (const button of document.querySelectorAll("[data-seconds]")) {
      attribute(button, "aria-pressed", String(Number(button.dataset.seconds) === seconds));
    }
    this.draw();
  }

  #fit() {
    this.#fitted = !this.#fitted;
    attribute(one("fit"), "aria-pressed", String(this.#fitted));
    this.draw();
  }

  #point(event) {
    if (!this.#view) return;
    const { left, width } = this.#view;
    const x = event.clientX - this.#canvas.getBoundingClientRect().left;
    this.#put(Math.min(1, Math.max(0, (x - left) / width)));
  }

  #key(event) {
    const share = this.#share ?? 1;
    const step = event.shiftKey ? 0.1 : 0.01;
    const to = {
      ArrowLeft: share - step,
      ArrowRight: share + step,
      PageDown: share - 0.1,
      PageUp: share + 0.1,
      Home: 0,
      End: 1,
      Escape: null,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#put(to === null ? null : Math.min(1, Math.max(0, to)));
  }

  /** Said only when the hand is moved: what passes under it would be said every second. */
  #put(share) {
    this.#share = share;
    this.#place();
    attribute(this.#frame, "aria-valuenow", String(Math.round((share ?? 1) * 100)));
    attribute(this.#frame, "aria-valuetext", share === null ? "now" : this.#words().join(", "));
  }

  /** Puts the hand where it was pointed at, and beside it what is there. */
  #place() {
    const shown = this.#share !== null && this.#view !== null;
    this.#hand.hidden = !shown;
    this.#tip.hidden = !shown;
    if (!shown) return;
    const [time, used, ...marks] = this.#words();
    const { left, width } = this.#view;
    const x = left + this.#share * width;
    this.#hand.style.translate = `${x}px 0`;
    say(this.#tip.children[0], time);
    say(this.#tip.children[1], used);
    say(this.#tip.children[2], marks.join("\n"));
    const room = this.#frame.clientWidth - this.#tip.offsetWidth;
    const beside = this.#share > 0.5 ? x - this.#tip.offsetWidth - 10 : x + 10;
    this.#tip.style.translate = `${Math.min(room, Math.max(0, beside))}px 0`;
  }

  /** Time, size, and what happened near by, where the hand is. */
  #words() {
    if (this.#view === null) return ["nothing yet"];
    const { from, to, width } = this.#view;
    const time = from + this.#share * (to - from);
    const used = this.#target.stairs.at(time);
    const { limit } = limitsOf(this.#target, time);
    const share = limit ? ` · ${percent(used / limit)}` : "";
    const near = (NEAR / width) * (to - from);
    const marks = marksOf(this.#target, this.#view).filter((mark) => Math.abs(mark.time - time) <= near);
    return [
      timeOfDay(time),
      used === undefined ? "nothing yet" : size(used) + share,
      ...marks.slice(-4).map((mark) => `${eventLook(mark.event).word}: ${mark.text}`),
    ];
  }
}
