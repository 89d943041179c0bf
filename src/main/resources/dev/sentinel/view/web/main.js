// Sentinel's page: what comes over the link goes into the memory, and what is shown is drawn from the memory.

import { Detail } from "./detail.js";
import { one } from "./dom.js";
import { Events } from "./events.js";
import { Graph } from "./graph.js";
import { Header } from "./header.js";
import { Link } from "./link.js";
import { Memory } from "./memory.js";
import { onPaletteChange } from "./paint.js";
import { Place } from "./place.js";
import { Table } from "./table.js";

const ENDED = "Sentinel has ended with its last target. This page waits for the next one.";

const memory = new Memory();
const place = new Place();
const header = new Header();
const table = new Table(place, select);
const detail = new Detail();
const graph = new Graph();
const events = new Events();

let lost = "";
let drawing = 0;

/** The selected target, or the first one while the selected one is not there. */
function selected() {
  return memory.targets.get(place.target) ?? memory.targets.values().next().value;
}

function select(name) {
  place.target = name;
  draw();
}

function draw() {
  drawing = 0;
  if (memory.sentinel === null) return;
  const targets = [...memory.targets.values()];
  header.show(memory, targets);
  if (lost) tellLost();
  if (document.hidden) return;
  const chosen = selected();
  table.show(targets, chosen?.name, memory.lastAt());
  one("main").hidden = false;
  one("detail").hidden = !chosen;
  if (chosen) {
    detail.show(chosen);
    graph.show(chosen, memory.lastAt(), memory.at - (memory.sentinel.uptime ?? Infinity));
  }
  events.show(memory.events, chosen?.name ?? "");
}

/** Events may come by the thousand; what they change is drawn once. */
function drawSoon() {
  drawing ||= setTimeout(draw, 50);
}

function tellLost() {
  const all = [...memory.targets.values()];
  const over = all.length > 0 && all.every(({ status }) => status.state === "GONE");
  header.lost(over ? ENDED : `${lost} This page goes on asking.`, memory.sentinel ? memory.age() : null);
}

new Link({
  status(told) {
    return memory.status(told);
  },
  history(told) {
    memory.history(told);
  },
  event(id, event) {
    if (!memory.event(id, event)) return;
    if (memory.now() - memory.events.at(-1).time < 10) events.sayAloud(event, performance.now());
    drawSoon();
  },
  eventsOpen(open) {
    events.told(open);
  },
  live() {
    lost = "";
    header.live();
    draw();
  },
  lost(sentence) {
    lost = sentence;
    draw();
    tellLost();
  },
}).start();

setInterval(() => {
  if (lost) tellLost();
}, 1_000);

onPaletteChange(() => {
  table.redraw();
  graph.draw();
});
