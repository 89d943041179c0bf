// The small staircase in a row: ten minutes, the limit as a dashed line, and what ended something on top.

import { hang, marksOf } from "./marks.js";
import { limitLine, palette, sheet, staircase } from "./paint.js";
import { SECONDS } from "./staircase.js";

const MARK = 8;

/** Drawn only where it can be seen, and when it would look different. */
export class Sparks {
  #visible = new WeakSet();
  #drawn = new WeakMap();
  #watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
      this.#drawn.delete(target);
    }
    this.#seen();
  });
  #seen;

  /** @param seen called when some have come into view */
  constructor(seen) {
    this.#seen = seen;
  }

  add(canvas) {
    this.#watch.observe(canvas);
  }

  remove(canvas) {
    this.#watch.unobserve(canvas);
  }

  sees(canvas) {
    return this.#visible.has(canvas);
  }

  /** All are to be drawn anew. */
  stale() {
    this.#drawn = new WeakMap();
  }

  draw(canvas, target, now) {
    if (!this.#visible.has(canvas)) return;
    // A pixel is some seconds wide: without news the picture stays for that long.
    const slot = Math.floor(now / 4);
    const { stairs, marks, status } = target;
    const look = [
      slot,
      stairs.times.at(-1),
      stairs.values.at(-1),
      marks.length,
      marks.at(-1)?.time,
      status.limit_bytes,
    ].join();
    if (this.#drawn.get(canvas) === look) return;
    this.#drawn.set(canvas, look);
    paint(canvas, target, now);
  }
}

function paint(canvas, target, now) {
  const limits = target.limits();
  const { context, width, height } = sheet(canvas);
  const from = now - SECONDS;
  const limit = limits.at(-1)?.bytes ?? 0;
  const top = Math.max(1, limit * 1.12, target.stairs.highest(from) * (limit ? 1.05 : 1.25));
  const view = {
    from,
    to: now,
    left: 0,
    width,
    x: (time) => ((time - from) / SECONDS) * width,
    y: (bytes) => height - 1 - (bytes / top) * (height - 2),
  };
  context.lineWidth = 1.25;
  staircase(context, target.stairs, view);
  context.lineWidth = 1;
  context.strokeStyle = palette().danger;
  context.setLineDash([3, 2]);
  limitLine(context, limits, view);
  context.setLineDash([]);
  hang(context, marksOf(target, view), view, { ends: true, y: MARK / 2, size: MARK });
}
