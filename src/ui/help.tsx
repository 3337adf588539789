// A dotted term whose meaning opens on hover, tap or keyboard.
import type { ReactNode } from "react";
import { InfoPopover } from "./info-popover.tsx";

export interface HelpProps {
  /** The term as it stands in the text. */
  readonly term: string;
  /** One or two sentences that say what it means. */
  readonly children: ReactNode;
}

export function Help({ term, children }: HelpProps) {
  return (
    <InfoPopover
      trigger={term}
      triggerClassName="cursor-help text-left underline decoration-dotted decoration-1 underline-offset-3"
      label={`What “${term}” means`}
      openOnHover
    >
      {children}
    </InfoPopover>
  );
}
