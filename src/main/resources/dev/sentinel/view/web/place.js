// What is selected, filtered and sorted, kept in the page's address: a reload or a bookmark finds it again.

export class Place {
  #kept = new URLSearchParams(location.hash.slice(1));

  get target() {
    return this.#kept.get("target") ?? "";
  }

  set target(name) {
    this.#keep("target", name);
  }

  get filter() {
    return this.#kept.get("filter") ?? "";
  }

  set filter(text) {
    this.#keep("filter", text);
  }

  /** The key of a column, with a minus sign before it for backwards. */
  get sort() {
    const kept = this.#kept.get("sort") ?? "";
    return kept.startsWith("-") ? { key: kept.slice(1), backwards: true } : { key: kept, backwards: false };
  }

  set sort({ key, backwards }) {
    this.#keep("sort", (backwards ? "-" : "") + key);
  }

  #keep(name, text) {
    if (text) this.#kept.set(name, text);
    else this.#kept.delete(name);
    history.replaceState(null, "", `#${this.#kept}`);
  }
}
