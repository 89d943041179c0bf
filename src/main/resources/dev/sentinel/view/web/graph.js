// The big staircase of the selected target, with a hand that shows time, size and what happened wherever one points. By
// keyboard the hand is a slider.

import { attribute, one, say } from "./dom.js";
import { percent, size, timeOfDay } from "./format.js";
import { marksOf } from "./marks.js";
import { columns, limitsOf, picture } from "./picture.js";
import { eventLook } from "./words.js";

const SHORTEST = 60;
const NEAR = 9;
const AWAY = { left: -10, top: -10 };

export class Graph {
  #frame = one("graph");
  #tip = one("graph-tip");
  #target = null;
  #time = { now: 0, born: 0 };
  #seconds = 600;
  #fitted = false;
  #sight = null;
  #picture = null;
  #hand = AWAY.left;

  constructor() {
    new ResizeObserver(() => this.#resize()).observe(this.#frame);
    this.#frame.addEventListener("pointermove", (event) => this.#touch(event));
    this.#frame.addEventListener("blur", () => this.#picture?.setCursor(AWAY));
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
    if (!this.#target || !this.#frame.clientWidth) return;
    const { now, born } = this.#time;
    const reach = Math.min(this.#seconds, Math.max(SHORTEST, Math.ceil(now - born)));
    this.#sight = { target: this.#target, from: now - reach, to: now, fitted: this.#fitted };
    if (this.#picture) this.#picture.setData(columns(this.#sight));
    else this.#picture = picture(this.#frame, () => this.#sight, (drawn) => this.#tell(drawn));
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.#frame;
    if (!this.#picture || !width) {
      this.draw();
      return;
    }
    const share = this.#hand / this.#picture.over.clientWidth;
    this.#picture.batch((drawn) => drawn.setSize({ width, height }));
    if (share >= 0) this.#put(share * this.#picture.over.clientWidth);
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

  /** uPlot follows the mouse; a finger that moves is followed here. */
  #touch(event) {
    if (event.pointerType === "mouse" || !this.#picture) return;
    this.#put(event.clientX - this.#picture.over.getBoundingClientRect().left);
  }

  #key(event) {
    if (!this.#picture) return;
    const width = this.#picture.over.clientWidth;
    const left = this.#hand < 0 ? width : this.#hand;
    const step = width * (event.shiftKey ? 0.1 : 0.01);
    const to = {
      ArrowLeft: left - step,
      ArrowRight: left + step,
      PageDown: left - width / 10,
      PageUp: left + width / 10,
      Home: 0,
      End: width,
      Escape: null,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to === null) this.#picture.setCursor(AWAY);
    else this.#put(to);
  }

  #put(left) {
    this.#picture.setCursor({ left: Math.min(this.#picture.over.clientWidth, Math.max(0, left)), top: 0 });
  }

  /** Beside the hand is told what is there. Said aloud only when it is moved: what passes under it would be said every
   *  second. */
  #tell(drawn) {
    const { left } = drawn.cursor;
    const shown = left >= 0;
    const words = shown ? this.#words(drawn) : ["now"];
    this.#tip.hidden = !shown;
    if (shown) this.#place(drawn.over, left, words);
    if (left === this.#hand) return;
    this.#hand = left;
    attribute(this.#frame, "aria-valuenow", String(shown ? Math.round((left / drawn.over.clientWidth) * 100) : 100));
    attribute(this.#frame, "aria-valuetext", words.join(", "));
  }

  #place(over, left, [time, used, ...marks]) {
    say(this.#tip.children[0], time);
    say(this.#tip.children[1], used);
    say(this.#tip.children[2], marks.join("\n"));
    const x = over.offsetLeft + left;
    const room = this.#frame.clientWidth - this.#tip.offsetWidth;
    const beside = left > over.clientWidth / 2 ? x - this.#tip.offsetWidth - 10 : x + 10;
    this.#tip.style.translate = `${Math.min(room, Math.max(0, beside))}px 0`;
  }

  /** Time, size, and what happened near by, where the hand is. */
  #words(drawn) {
    const { target } = this.#sight;
    const [from, time, to] = [-NEAR, 0, NEAR].map((aside) => drawn.posToVal(drawn.cursor.left + aside, "x"));
    const used = target.stairs.at(time);
    const { limit } = limitsOf(target, time);
    const share = limit ? ` · ${percent(used / limit)}` : "";
    return [
      timeOfDay(time),
      used === undefined ? "nothing yet" : size(used) + share,
      ...marksOf(target, { from, to })
        .slice(-4)
        .map((mark) => `${eventLook(mark.event).word}: ${mark.text}`),
    ];
  }
}
