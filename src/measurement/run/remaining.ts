// What is left of a run that was stopped: its points without a valid sample, and a search from where it stood.
import type { Measurable } from "./bench.ts";
import { isValid, type Planned, type Sample } from "./sample.ts";

/** A sample's place in the plan, as a key. */
export function placeOf({ series, at, repeat }: Planned): string {
  return `${series} ${at} ${repeat}`;
}

/** The same to be measured, without what has been. @param samples attempts so far, counted or not, in their order */
export function remaining<Own extends Measurable>(measurable: Own, samples: readonly Sample[]): Own {
  const { plan, search } = measurable;
  const measured = new Set(samples.filter(isValid).map(placeOf));
  return {
    ...measurable,
    plan: plan.filter((planned) => !measured.has(placeOf(planned))),
    search: search === null ? null : { ...search, next: (later, known) => search.next([...samples, ...later], known) },
  };
}
