// Counts listeners that are added to what lives on, and not removed from it.
import type { Replaced } from "./replaced.ts";

/** The listeners of one target, by their kind. */
type Kept = Map<string, Set<EventListenerOrEventListenerObject>>;

/** A listener that ends by itself needs no counterpart. */
function endsByItself(options: boolean | AddEventListenerOptions | undefined): boolean {
  return typeof options === "object" && (options.once === true || options.signal !== undefined);
}

function keyOf(type: string, options: boolean | EventListenerOptions | undefined): string {
  return `${type} ${typeof options === "object" ? options.capture === true : options === true}`;
}

/** What outlives whoever listens to it. Requests and signals come and go with their listeners. */
function livesOn(target: EventTarget): boolean {
  return (
    target instanceof Window ||
    target instanceof Node ||
    target instanceof Worker ||
    target instanceof MessagePort ||
    target instanceof BroadcastChannel ||
    target instanceof MediaQueryList ||
    target === performance
  );
}

export class Listeners {
  readonly #of = new WeakMap<EventTarget, Kept>();
  /** Added since, less those that were removed. */
  grown = 0;

  constructor(replaced: Replaced) {
    const add = this.#add.bind(this);
    const remove = this.#remove.bind(this);
    replaced.put(
      EventTarget.prototype,
      "addEventListener",
      (before) =>
        function added(this: EventTarget, type, listener, options) {
          before.call(this, type, listener, options);
          if (listener !== null && !endsByItself(options)) add(this ?? globalThis, keyOf(type, options), listener);
        },
    );
    replaced.put(
      EventTarget.prototype,
      "removeEventListener",
      (before) =>
        function removed(this: EventTarget, type, listener, options) {
          before.call(this, type, listener, options);
          if (listener !== null) remove(this ?? globalThis, keyOf(type, options), listener);
        },
    );
  }

  /** A port that was closed or a worker that was ended takes its listeners with it. */
  gone(target: EventTarget): void {
    for (const set of this.#of.get(target)?.values() ?? []) this.grown -= set.size;
    this.#of.delete(target);
  }

  #add(target: EventTarget, key: string, listener: EventListenerOrEventListenerObject): void {
    if (!livesOn(target)) return;
    const kept: Kept = this.#of.get(target) ?? new Map();
    this.#of.set(target, kept);
    const set = kept.get(key) ?? new Set();
    kept.set(key, set);
    if (!set.has(listener)) this.grown += 1;
    set.add(listener);
  }

  #remove(target: EventTarget, key: string, listener: EventListenerOrEventListenerObject): void {
    if (this.#of.get(target)?.get(key)?.delete(listener) === true) this.grown -= 1;
  }
}
