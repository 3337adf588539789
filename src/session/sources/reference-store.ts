// The facts about reference series in this visit: what files brought in, and what is drawn.
import { create } from "zustand";
import type { ReferenceSeries } from "../../results/references/reference.ts";

interface ReferenceFacts {
  /** References that files brought in during this visit. */
  readonly openedSeries: readonly ReferenceSeries[];
  /** Reference series that a person switched on or off, by id; the others follow their default. */
  readonly switchedSeries: Readonly<Record<string, boolean>>;
}

export const useReferenceStore = create<ReferenceFacts>(() => ({
  openedSeries: [],
  switchedSeries: {},
}));

/** Draws reference series, or stops drawing them, by id. */
export function switchSeries(switched: Readonly<Record<string, boolean>>): void {
  useReferenceStore.setState(({ switchedSeries }) => ({ switchedSeries: { ...switchedSeries, ...switched } }));
}

/** Adds series from a file and draws them; a series with the same id is replaced. */
export function addSeries(series: readonly ReferenceSeries[]): void {
  const ids = series.map(({ id }) => id);
  useReferenceStore.setState(({ openedSeries, switchedSeries }) => ({
    openedSeries: [...openedSeries.filter(({ id }) => !ids.includes(id)), ...series],
    switchedSeries: { ...switchedSeries, ...Object.fromEntries(ids.map((id) => [id, true])) },
  }));
}
