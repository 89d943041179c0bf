// Memory over the last ten minutes: each value holds until the next, the highest of each second counts.

export const SECONDS = 600;

export class Staircase {
  times = [];
  values = [];

  /** What Sentinel remembers, up to `upTo`; what came after that stays. */
  replace(points, upTo) {
    const later = this.times.findIndex((time) => time > upTo);
    const rest = later < 0 ? [] : this.times.slice(later).map((time, at) => [time, this.values[later + at]]);
    this.times = [];
    this.values = [];
    for (const [time, value] of [...points, ...rest]) this.add(time, value);
  }

  add(time, value) {
    const last = this.times.length - 1;
    if (last >= 0 && time <= this.times[last]) return;
    if (last >= 0 && Math.floor(time) === Math.floor(this.times[last])) {
      this.values[last] = Math.max(this.values[last], value);
    } else if (last < 0 || this.values[last] !== value) {
      this.times.push(time);
      this.values.push(value);
      this.#forget(time - SECONDS);
    }
  }

  /** Nothing is left from then on, also when there was something in the same second. */
  end(time) {
    this.times.push(Math.max(time, this.times.at(-1) ?? time));
    this.values.push(0);
  }

  /** One that is older than all that is shown holds on until the next. */
  #forget(before) {
    let old = 0;
    while (old + 1 < this.times.length && this.times[old + 1] <= before) old++;
    this.times.splice(0, old);
    this.values.splice(0, old);
  }

  /** Index of the step that holds at that time; -1 before the first. */
  stepAt(time) {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  at(time) {
    return this.values[this.stepAt(time)];
  }

  /** The highest value that held somewhere since then. */
  highest(since) {
    let most = 0;
    for (let at = Math.max(0, this.stepAt(since)); at < this.values.length; at++) {
      most = Math.max(most, this.values[at]);
    }
    return most;
  }
}
