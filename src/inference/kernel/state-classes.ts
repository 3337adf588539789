// States with equal columns of A are one class: what is seen, hoped for and learned about them is the same, so it is summed by class.
import type { Model } from "../model.ts";

export interface StateClasses {
  /** The states in the kernel's order: class after class. */
  readonly order: readonly number[];
  /** The place of each state in that order. */
  readonly place: readonly number[];
  /** One state of each class. */
  readonly members: readonly number[];
  /** How many states the classes up to each one have. */
  readonly ends: readonly number[];
}

/** The classes in the order of their first states, each with its states in their own order. */
export function classesOf({ likelihoods, jointStates }: Model): StateClasses {
  const classes = new Map<string, number[]>();
  for (let state = 0; state < jointStates; state += 1) {
    const column = likelihoods.flatMap(({ rows, outcomes }) =>
      Array.from({ length: outcomes }, (_, o) => rows[o * jointStates + state] ?? 0),
    );
    const key = column.join();
    const known = classes.get(key);
    if (known === undefined) classes.set(key, [state]);
    else known.push(state);
  }
  const order = [...classes.values()].flat();
  const place: number[] = [];
  for (const [at, state] of order.entries()) place[state] = at;
  const ends: number[] = [];
  for (const states of classes.values()) ends.push((ends.at(-1) ?? 0) + states.length);
  return { order, place, members: [...classes.values()].map(([first = 0]) => first), ends };
}
