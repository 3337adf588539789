// Says how to compare, and leads to the comparison once there is one.
import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { COMPARED_LEAST } from "../../../comparison/compare-address.ts";

export interface CompareBarProps {
  readonly count: number;
  readonly onClear: () => void;
  /** The link or button that leads to the comparison. */
  readonly children: ReactNode;
}

/** A link that is the page's main act looks as the main button does. */
export const primaryLink =
  "inline-flex min-h-8 items-center rounded border border-accent bg-accent px-3 font-semibold text-on-accent no-underline hover:opacity-90";

export function CompareBar({ count, onClear, children }: CompareBarProps) {
  if (count < COMPARED_LEAST) {
    return (
      <p className="mt-3 text-xs text-muted print:hidden" role="status">
        {count === 1 ? "One is ticked, and the others are compared with it: tick another. " : ""}Tick two to six results
        to compare them; the first one ticked is what the others are compared with.
      </p>
    );
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
      {children}
      <Button className="min-h-8 text-xs" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}

/** The ticked ones after one was ticked or unticked. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((known) => known !== id) : [...chosen, id];
}
