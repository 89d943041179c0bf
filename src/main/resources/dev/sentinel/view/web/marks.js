// Marks for what happened, on top of a graph: which of them are shown, and where.

import { crisp, palette, stamp } from "./paint.js";
import { eventLook } from "./words.js";

/** What is in the picture, oldest first. */
export function marksOf({ marks }, { from, to }) {
  return marks.filter(({ time }) => time >= from && time <= to);
}

/** Of marks nearer than their own size to each other only the heaviest. */
function apart(marks, view, size) {
  const shown = [];
  for (const mark of marks) {
    const look = eventLook(mark.event);
    const x = view.x(mark.time);
    const last = shown.at(-1);
    if (!last || x - last.x >= size) shown.push({ x, look });
    else if (look.weight > last.look.weight) last.look = look;
  }
  return shown;
}

/** Shapes at the top, each with a thread down to the ground. */
export function hang(context, marks, view, { size, ends, y, ground }) {
  for (const { x, look } of apart(
    marks.filter(({ event }) => !eventLook(event).ends === !ends),
    view,
    size,
  )) {
    context.fillStyle = palette()[look.tone];
    if (ground) {
      context.globalAlpha = 0.4;
      context.fillRect(crisp(x) - 0.5, y + size / 2, 1, ground - y - size / 2);
      context.globalAlpha = 1;
    }
    stamp(context, look.shape, Math.min(view.left + view.width - size / 2, Math.max(view.left + size / 2, x)), y, size);
  }
}
