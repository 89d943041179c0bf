// The columns of the table: what each says, and what it is sorted by.

import { clock, count, growth, percent, rough, size, UNKNOWN } from "./format.js";
import { stateLook } from "./words.js";

/** @typedef {{key: string, head: string, text?: Function, order?: Function, hint?: string}} Column
 *  What has no text is drawn by the row itself. Without an order there is no sorting by it. */
export const COLUMNS = [
  { key: "name", head: "Target", order: ({ name }) => name },
  { key: "state", head: "State", order: (target) => stateLook(target.status.state).rank },
  { key: "spark", head: "Last 10 min" },
  {
    key: "used",
    head: "Memory",
    text: ({ status }) => size(status.used_bytes),
    order: ({ status }) => status.used_bytes,
  },
  { key: "share", head: "Of limit", order: (target) => target.share() },
  {
    key: "limit",
    head: "Limit",
    text: ({ status }) => (status.limit_bytes ? size(status.limit_bytes) : "none"),
    order: ({ status }) => status.limit_bytes,
  },
  {
    key: "growth",
    head: "Growth",
    text: ({ status }) => growth(status.growth_bytes_per_second),
    order: ({ status }) => status.growth_bytes_per_second,
  },
  {
    key: "left",
    head: "Limit in",
    text: ({ status }) => rough(status.time_to_limit),
    order: ({ status }) => (status.time_to_limit === undefined ? undefined : -status.time_to_limit),
  },
  {
    key: "processes",
    head: "Procs",
    text: ({ status }) => count(status.processes),
    order: ({ status }) => status.processes,
  },
  { key: "starts", head: "Starts", text: ({ status }) => count(status.starts), order: ({ status }) => status.starts },
  { key: "up", head: "Up", text: ({ status }) => clock(status.uptime), order: ({ status }) => status.uptime },
];

export function shareText(target) {
  const share = target.share();
  return share === undefined ? UNKNOWN : percent(share);
}

const LETTERS = new Intl.Collator(undefined, { numeric: true });

/** The targets in the order of one column; what is not known comes last, and Sentinel's own order decides the rest.
 *  Numbers begin with the highest, for that is what one looks for. */
export function sorted(targets, { key, backwards }) {
  const order = COLUMNS.find((column) => column.key === key)?.order;
  if (!order) return targets;
  const compare = (one, other) => (typeof one === "string" ? LETTERS.compare(one, other) : other - one);
  return targets
    .map((target, place) => ({ target, place, value: order(target) }))
    .sort((one, other) => {
      if (one.value === undefined || other.value === undefined) {
        return (one.value === undefined) - (other.value === undefined) || one.place - other.place;
      }
      return (backwards ? -1 : 1) * compare(one.value, other.value) || one.place - other.place;
    })
    .map(({ target }) => target);
}
