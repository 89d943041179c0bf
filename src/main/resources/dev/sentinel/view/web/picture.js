// How the big staircase is drawn, by uPlot: its lines and axes, and on top of them names of limits and marks.

import { roundSize, size, timeOfDay } from "./format.js";
import { hang, marksOf } from "./marks.js";
import { palette } from "./paint.js";

const LEFT = 66;
const BOTTOM = 22;
const LANE = 14;
const MARK = 10;
const FONT = "11px system-ui, sans-serif";
const TIME_STEPS = [5, 10, 15, 30, 60, 120, 300, 600];
const MOMENT = 0.001;
const SIZE_STEPS = Array.from({ length: 60 }, (_, power) => 2 ** power);

/** The limit and the soft limit that held then. */
export function limitsOf(target, time) {
  const then = target.limits().findLast(({ since }) => since <= time);
  return { limit: then.bytes, soft: target.status.soft_limit_bytes };
}

/** What uPlot draws lines of: times, and what held from each of them on. A limit holds until the moment of its change,
 *  also when there is none after it. */
export function columns({ target, from, to }) {
  const turns = [...target.stairs.times, ...target.limits().flatMap(({ since }) => [since - MOMENT, since])];
  const within = turns.filter((time) => time > from && time < to).sort((one, other) => one - other);
  const times = [from, ...new Set(within), to];
  const limits = times.map((time) => limitsOf(target, time));
  return [
    times,
    times.map((time) => target.stairs.at(time)),
    limits.map(({ limit }) => limit || null),
    limits.map(({ soft }) => soft || null),
  ];
}

/** @param sight answers what is to be seen: `{ target, from, to, fitted }`
 *  @param pointed called with the picture when its hand is somewhere else, or something else under its hand */
export function picture(frame, sight, pointed) {
  const { clientWidth: width, clientHeight: height } = frame;
  const options = {
    width,
    height,
    padding: [() => (marksOf(sight().target, sight()).length ? 2 * LANE + 6 : 8), null, 0, 0],
    scales: {
      x: { range: () => [sight().from, sight().to] },
      y: { range: () => [0, highest(sight())] },
    },
    axes: [times(), sizes()],
    series: [
      {},
      stepped("accent", { width: 1.75, fill: () => palette().fill }),
      stepped("danger", { dash: dashes(6, 4) }),
      stepped("warn", { dash: dashes(2, 3) }),
    ],
    legend: { show: false },
    cursor: { y: false, drag: { x: false }, points: { show: false } },
    hooks: { draw: [(chart) => annotate(chart, sight())], setCursor: [pointed] },
  };
  return new uPlot(options, columns(sight()), frame);
}

function stepped(tone, look) {
  const points = { show: false };
  return { paths: uPlot.paths.stepped({ align: 1 }), points, stroke: () => palette()[tone], width: 1.25, ...look };
}

/** In CSS pixels, as widths are; uPlot takes them for the screen's. */
function dashes(...lengths) {
  return lengths.map((length) => length * uPlot.pxRatio);
}

function times() {
  return {
    ...axis(),
    size: BOTTOM,
    space: 76,
    gap: 3,
    incrs: TIME_STEPS,
    values: (_, splits, index, space, step) => splits.map((time) => timeOfDay(time, step < 60)),
    grid: { show: false },
    ticks: { stroke: () => palette().line, width: 1, size: 4 },
  };
}

/** Lines at round binary sizes, four or so. */
function sizes() {
  return {
    ...axis(),
    size: LEFT,
    space: 44,
    gap: 8,
    incrs: SIZE_STEPS,
    values: (_, splits) => splits.map(roundSize),
    grid: { stroke: () => palette().line, width: 1 },
    ticks: { show: false },
  };
}

function axis() {
  return { font: FONT, stroke: () => palette().dim };
}

/** The limit is in the picture, unless it is to fit what is used. */
function highest({ target, from, to, fitted }) {
  const most = target.stairs.highest(from);
  if (fitted) return Math.max(1, most * 1.15);
  const all = target.limits();
  const inSight = all.filter((_, at) => (all[at + 1]?.since ?? to) >= from);
  const limit = Math.max(...inSight.map(({ bytes }) => bytes ?? 0), target.status.soft_limit_bytes ?? 0);
  return Math.max(1, limit * 1.08, most * (limit ? 1.05 : 1.15));
}

/** What is no line and no axis. */
function annotate(chart, { target, from, to }) {
  const { ctx: context, bbox } = chart;
  const [left, top, width, height] = [bbox.left, bbox.top, bbox.width, bbox.height].map((px) => px / uPlot.pxRatio);
  const { limit, soft } = limitsOf(target, to);
  context.save();
  context.scale(uPlot.pxRatio, uPlot.pxRatio);
  for (const [word, bytes, tone] of [
    ["limit", limit, "danger"],
    ["soft", soft, "warn"],
  ]) {
    if (!bytes || bytes > chart.scales.y.max) continue;
    label(context, `${word} ${size(bytes)}`, left + width - 4, top + chart.valToPos(bytes, "y") - 5, palette()[tone]);
  }
  const marks = marksOf(target, { from, to });
  const view = { left, width, x: (time) => left + chart.valToPos(time, "x") };
  const ground = top + height;
  hang(context, marks, view, { ends: false, y: 4 + LANE + MARK / 2, size: MARK, ground });
  hang(context, marks, view, { ends: true, y: 4 + MARK / 2, size: MARK, ground });
  context.restore();
}

/** At the end of its line and above it, with a rim in the colour of the ground: it must be read over the staircase. */
function label(context, text, x, y, colour) {
  context.font = FONT;
  context.textAlign = "right";
  context.textBaseline = "bottom";
  context.setLineDash([]);
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = palette().surface;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
