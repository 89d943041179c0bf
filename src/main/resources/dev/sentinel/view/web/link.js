// The way to Sentinel: asks /api/status again and again, /api/history when what it knows may have gaps, and keeps
// /api/events open. Asks less while nobody looks, and comes back by itself.

const WATCHED = 1_000;
const HIDDEN = 15_000;
const BREATH = 250;
const PATIENCE = 5_000;
const HISTORY_AGAIN = 60_000;
const LONGEST_PAUSE = 60_000;

export class Link {
  #on;
  #timer = 0;
  #historyAt = -Infinity;
  #events = null;
  #eventPause = 0;
  #eventsAfter = 0;
  #asking = false;

  /** @param on what to do with what comes: status, history, event, eventsOpen, live, lost */
  constructor(on) {
    this.#on = on;
  }

  start() {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#closeEvents();
      else this.#historyAt = -Infinity;
      this.#soon(0);
    });
    addEventListener("online", () => this.#soon(0));
    this.#soon(0);
  }

  #soon(pause) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#round(), pause);
  }

  async #round() {
    if (this.#asking) return;
    this.#asking = true;
    const begun = performance.now();
    try {
      await this.#ask();
      this.#on.live();
      this.#openEvents();
    } catch (failed) {
      if (!(failed instanceof Failed)) throw failed;
      this.#historyAt = -Infinity;
      this.#closeEvents();
      this.#on.lost(failed.message);
    } finally {
      this.#asking = false;
      const pause = document.hidden ? HIDDEN : WATCHED;
      this.#soon(Math.max(BREATH, pause - (performance.now() - begun)));
    }
  }

  async #ask() {
    const renewed = this.#on.status(await json("api/status"));
    // Opened anew it tells everything once more, of which the memory may have lost some just now.
    if (renewed) this.#closeEvents();
    const now = performance.now();
    if (renewed || (!document.hidden && now - this.#historyAt >= HISTORY_AGAIN)) {
      this.#on.history(await json("api/history"));
      this.#historyAt = now;
    }
  }

  /** The browser opens it again when it breaks; when it was refused, that is for us to do, and not at once. */
  #openEvents() {
    if (document.hidden || this.#events || performance.now() < this.#eventsAfter) return;
    const events = new EventSource("api/events");
    events.onopen = () => {
      this.#eventPause = 0;
      this.#on.eventsOpen(true);
    };
    events.onmessage = ({ lastEventId, data }) => this.#on.event(lastEventId, JSON.parse(data));
    events.onerror = () => {
      this.#on.eventsOpen(false);
      if (events.readyState !== EventSource.CLOSED) return;
      this.#closeEvents();
      this.#eventPause = Math.min(LONGEST_PAUSE, 2 * this.#eventPause + WATCHED);
      this.#eventsAfter = performance.now() + this.#eventPause;
    };
    this.#events = events;
  }

  #closeEvents() {
    this.#events?.close();
    this.#events = null;
  }
}

/** What went wrong on the way, in a sentence. */
class Failed extends Error {}

async function json(path) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return await answer.json();
  } catch (failed) {
    throw new Failed(sentence(failed));
  }
  if (answer.status === 401) throw new Failed("Sentinel wants to know who you are: reload this page.");
  throw new Failed(`Sentinel answers, but only with an error (${answer.status}).`);
}

function sentence(failed) {
  if (failed.name === "TimeoutError") return `Sentinel has not answered for ${PATIENCE / 1000} seconds.`;
  if (failed instanceof SyntaxError) return "Something answers in Sentinel's place that this page does not understand.";
  return "Sentinel does not answer.";
}
