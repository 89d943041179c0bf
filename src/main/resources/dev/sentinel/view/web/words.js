// What states and events are called, and the shape and tone that stand beside the word: nothing is told by colour
// alone. Shapes are symbols in the page and paths in drawings.

const STATES = {
  RUNNING: { shape: "disc", tone: "good", rank: 1 },
  STARTING: { shape: "half", tone: "plain", rank: 2 },
  STOPPING: { shape: "down", tone: "warn", rank: 4 },
  KILLING: { shape: "cross", tone: "danger", rank: 5 },
  UNKILLABLE: { shape: "bang", tone: "danger", rank: 6 },
  DOWN: { shape: "ring", tone: "dim", rank: 3 },
  GONE: { shape: "square", tone: "dim", rank: 0 },
};

/** With a weight they are marked in the graphs, those that end something in one lane, all others in another; of marks
 *  that would hide each other the heaviest is shown. */
const EVENTS = {
  started: { shape: "up", tone: "good", word: "started", weight: 2 },
  soft: { shape: "bar", tone: "warn", word: "soft limit", weight: 1 },
  breach: { shape: "bang", tone: "danger", word: "breach", weight: 3, ends: true },
  term: { shape: "down", tone: "warn", word: "ending", weight: 4, ends: true },
  kill: { shape: "cross", tone: "danger", word: "kill", weight: 5, ends: true },
  survivor: { shape: "bang", tone: "danger", word: "survivor", weight: 6, ends: true },
  exited: { shape: "ring", tone: "plain", word: "exited" },
  ended: { shape: "square", tone: "plain", word: "ended", weight: 2, ends: true },
  restarted: { shape: "up", tone: "good", word: "restarted", weight: 3 },
  "limit-changed": { shape: "diamond", tone: "accent", word: "limit", weight: 4 },
  signal: { shape: "dot", tone: "dim", word: "signal" },
  client: { shape: "dot", tone: "dim", word: "client" },
};

const STRANGE = { shape: "dot", tone: "plain", rank: 3 };

/** A state that this page does not know is shown by its word, all the same. */
export function stateLook(state) {
  return STATES[state] ?? STRANGE;
}

export function eventLook(kind) {
  return EVENTS[kind] ?? { ...STRANGE, word: kind };
}

/** How near the limit: `over`, `near` (over the soft limit, or over nine tenths) or nothing. */
export function pressure(status) {
  const { used_bytes: used, limit_bytes: limit, soft_limit_bytes: soft } = status;
  if (limit && used >= limit) return "over";
  if ((soft && used >= soft) || (limit && used >= 0.9 * limit)) return "near";
  return "";
}
