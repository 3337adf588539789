// Results of one question with a setting at each of its choices, as they are found; a new run ends it.
import { create } from "zustand";
import type { Result } from "../../results/format/result.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";

export interface SideBySide {
  /** The setting that differs, such as "placement". */
  readonly setting: string;
  readonly found: readonly Result[];
  /** Still to be measured; the first of them is measured now. */
  readonly left: readonly Configuration[];
}

interface SideBySideFacts {
  readonly sideBySide: SideBySide | null;
}

export const useSideBySide = create<SideBySideFacts>(() => ({ sideBySide: null }));

export function setSideBySide(sideBySide: SideBySide | null): void {
  useSideBySide.setState({ sideBySide });
}
