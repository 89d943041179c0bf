// What the small staircases are drawn with, and marks in the big one. Colours are the style sheet's, shapes are the
// page's.

const TONES = ["accent", "fill", "text", "dim", "line", "good", "warn", "danger", "plain", "surface"];
const shapes = new Map();
let colours = null;

/** Colours as they are now; the system may change from light to dark at any time. */
export function palette() {
  if (!colours) {
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(TONES.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
  }
  return colours;
}

export function onPaletteChange(redraw) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", () => {
      colours = null;
      redraw();
    });
  }
}

/** An empty sheet in the canvas' size, sharp on every screen; measured in CSS pixels. */
export function sheet(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

/** The staircase: level until the next value, then straight up or down. Nothing before the first value. */
export function staircase(context, stairs, view) {
  const first = Math.max(0, stairs.stepAt(view.from));
  if (first >= stairs.times.length) return;
  const line = new Path2D();
  let x = view.x(Math.max(view.from, stairs.times[first]));
  const left = x;
  line.moveTo(x, view.y(stairs.values[first]));
  for (let at = first + 1; at < stairs.times.length && stairs.times[at] <= view.to; at++) {
    x = view.x(stairs.times[at]);
    line.lineTo(x, view.y(stairs.values[at - 1]));
    line.lineTo(x, view.y(stairs.values[at]));
  }
  line.lineTo(view.x(view.to), view.y(stairs.at(view.to)));
  const area = new Path2D(line);
  area.lineTo(view.x(view.to), view.y(0));
  area.lineTo(left, view.y(0));
  context.fillStyle = palette().fill;
  context.fill(area);
  context.strokeStyle = palette().accent;
  context.lineJoin = "round";
  context.stroke(line);
}

/** The limit, at its height of that time. */
export function limitLine(context, limits, view) {
  const line = new Path2D();
  limits.forEach(({ since, bytes }, at) => {
    const from = Math.max(view.from, since);
    const to = Math.min(view.to, limits[at + 1]?.since ?? view.to);
    if (!bytes || from >= to) return;
    line.moveTo(view.x(from), crisp(view.y(bytes)));
    line.lineTo(view.x(to), crisp(view.y(bytes)));
  });
  context.stroke(line);
}

/** A shape of the page around a point. */
export function stamp(context, name, x, y, size) {
  const path = shapes.get(name) ?? new Path2D(document.querySelector(`#shape-${name} path`).getAttribute("d"));
  shapes.set(name, path);
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 12, size / 12);
  context.fill(path, "evenodd");
  context.restore();
}

/** Onto the middle of a pixel, where a thin line is sharp. */
export function crisp(position) {
  return Math.round(position) + 0.5;
}
