// The list of what happened, newest first; of all targets or of the selected one.

import { element, one, say, shape } from "./dom.js";
import { timeOfDay } from "./format.js";
import { eventLook } from "./words.js";

const MOST_SHOWN = 250;
const TOLD_ALOUD = new Set(["kill", "survivor", "breach"]);
const BREATH = 5_000;

export class Events {
  #list = one("events-list");
  #only = one("events-only");
  #note = one("events-note");
  #aloud = one("aloud");
  #events = [];
  #selected = "";
  #drawn = { only: "", last: undefined };
  #open = true;
  #saidAt = -Infinity;

  constructor() {
    this.#only.addEventListener("change", () => this.#draw());
  }

  show(events, selected) {
    this.#events = events;
    this.#selected = selected;
    this.#draw();
  }

  /** Whether Sentinel tells of new ones as they come. */
  told(open) {
    this.#open = open;
    this.#draw();
  }

  /** What nobody should miss is said to those who cannot see it, and not more often than one can listen. */
  sayAloud(event, now) {
    if (!TOLD_ALOUD.has(event.event) || now - this.#saidAt < BREATH) return;
    this.#saidAt = now;
    say(this.#aloud, `${event.target}: ${event.text}`);
  }

  #draw() {
    const only = this.#only.checked ? this.#selected : "";
    const last = this.#events.at(-1);
    if (only !== this.#drawn.only || last !== this.#drawn.last) this.#renew(only);
    this.#drawn = { only, last };
    this.#note.hidden = this.#open && this.#list.children.length > 0;
    say(this.#note, this.#open ? "Nothing has happened yet." : "Sentinel tells of no events just now.");
  }

  /** New ones go on top of what is there, unless that is of another target or of another Sentinel. */
  #renew(only) {
    const known = only === this.#drawn.only ? this.#events.lastIndexOf(this.#drawn.last) : -1;
    const wanted = this.#events.slice(known + 1).filter(({ target }) => !only || target === only);
    const items = wanted.slice(-MOST_SHOWN).reverse().map(item);
    if (known < 0) this.#list.replaceChildren(...items);
    else this.#list.prepend(...items);
    while (this.#list.children.length > MOST_SHOWN) this.#list.lastChild.remove();
  }
}

function item(event) {
  const look = eventLook(event.event);
  const node = element("li");
  const time = element("time", "", timeOfDay(event.time));
  time.dateTime = event.at;
  time.title = event.at;
  const what = element("span", "what", look.word);
  if (event.target) what.append(" ", element("bdi", "who", event.target));
  node.append(time, shape(look.shape, look.tone), what, element("bdi", "text", event.text ?? ""));
  return node;
}
