// Draws the big staircase. Pure: everything it shows is handed to it.

import { roundSize, size, timeOfDay } from "./format.js";
import { hang, marksOf } from "./marks.js";
import { crisp, limitLine, palette, sheet, staircase } from "./paint.js";

const LEFT = 66;
const RIGHT = 14;
const BOTTOM = 22;
const LANE = 14;
const MARK = 10;
const FONT = "11px system-ui, sans-serif";
const TIME_STEPS = [5, 10, 15, 30, 60, 120, 300];

/** The limit and the soft limit that held then. */
export function limitsOf(target, time) {
  const then = target.limits().findLast(({ since }) => since <= time);
  return { limit: then.bytes, soft: target.status.soft_limit_bytes };
}

/** @returns where time and size are on the canvas now */
export function picture(canvas, target, { from, to, fitted }) {
  const { context, width, height } = sheet(canvas);
  const marks = marksOf(target, { from, to });
  const head = marks.length ? 2 * LANE + 6 : 8;
  const area = { left: LEFT, width: width - LEFT - RIGHT, top: head, height: height - head - BOTTOM };
  const top = highest(target, from, to, fitted);
  const view = {
    ...area,
    from,
    to,
    x: (time) => area.left + ((time - from) / (to - from)) * area.width,
    y: (bytes) => area.top + area.height - (bytes / top) * area.height,
  };
  context.font = FONT;
  sizes(context, view, top);
  times(context, view);
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.width, area.height + 1);
  context.clip();
  context.lineWidth = 1.75;
  staircase(context, target.stairs, view);
  lines(context, target, view);
  context.restore();
  labels(context, target, view, top);
  const ground = area.top + area.height;
  hang(context, marks, view, { ends: false, y: 4 + LANE + MARK / 2, size: MARK, ground });
  hang(context, marks, view, { ends: true, y: 4 + MARK / 2, size: MARK, ground });
  return view;
}

/** The limit is in the picture, unless it is to fit what is used. */
function highest(target, from, to, fitted) {
  const most = target.stairs.highest(from);
  if (fitted) return Math.max(1, most * 1.15);
  const all = target.limits();
  const inSight = all.filter((_, at) => (all[at + 1]?.since ?? to) >= from);
  const limit = Math.max(...inSight.map(({ bytes }) => bytes ?? 0), target.status.soft_limit_bytes ?? 0);
  return Math.max(1, limit * 1.08, most * (limit ? 1.05 : 1.15));
}

/** Lines at round binary sizes, four or so. */
function sizes(context, view, top) {
  const colours = palette();
  const most = Math.max(2, Math.floor(view.height / 44));
  let step = 1;
  while (top / step > most) step *= 2;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (let bytes = 0; bytes <= top; bytes += step) {
    const y = crisp(view.y(bytes));
    context.fillStyle = colours.line;
    context.fillRect(view.left, y - 0.5, view.width, 1);
    context.fillStyle = colours.dim;
    context.fillText(roundSize(bytes), view.left - 8, y);
  }
}

function times(context, view) {
  const colours = palette();
  const room = view.width / 76;
  const step = TIME_STEPS.find((seconds) => (view.to - view.from) / seconds <= room) ?? 600;
  const y = view.top + view.height;
  context.textAlign = "center";
  context.textBaseline = "top";
  for (let time = Math.ceil(view.from / step) * step; time <= view.to; time += step) {
    const x = crisp(view.x(time));
    context.fillStyle = colours.line;
    context.fillRect(x - 0.5, y, 1, 4);
    context.fillStyle = colours.dim;
    if (x > view.left + 16 && x < view.left + view.width - 12) context.fillText(timeOfDay(time, step < 60), x, y + 7);
  }
}

function lines(context, target, view) {
  context.lineWidth = 1.25;
  context.strokeStyle = palette().danger;
  context.setLineDash([6, 4]);
  limitLine(context, target.limits(), view);
  context.strokeStyle = palette().warn;
  context.setLineDash([2, 3]);
  limitLine(context, [{ since: view.from, bytes: target.status.soft_limit_bytes }], view);
  context.setLineDash([]);
}

function labels(context, target, view, top) {
  const { limit, soft } = limitsOf(target, view.to);
  context.textAlign = "right";
  if (limit && limit <= top) label(context, `limit ${size(limit)}`, view, limit, palette().danger);
  if (soft && soft <= top) label(context, `soft ${size(soft)}`, view, soft, palette().warn);
}

/** At the end of its line and above it, with a rim in the colour of the ground: it must be read over the staircase. */
function label(context, text, view, bytes, colour) {
  const [x, y] = [view.left + view.width - 4, view.y(bytes) - 5];
  context.textBaseline = "bottom";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = palette().surface;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
