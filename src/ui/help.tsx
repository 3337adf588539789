// Explanations in place: a term, or a question mark at a label, whose meaning opens on hover, tap or key.
import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { InfoPopover } from "./info-popover.tsx";

export interface HelpProps {
  /** The term as the text has it. */
  readonly term: string;
  /** One or two sentences that say what it means. */
  readonly children: ReactNode;
}

/** A term with a dotted underline. */
export function Help({ term, children }: HelpProps) {
  return (
    <InfoPopover
      trigger={term}
      // At least 24 px each way to touch, in the room of its words.
      triggerClassName="-my-[3px] min-h-[24px] min-w-[24px] cursor-help py-[3px] [text-align:inherit] underline decoration-dotted decoration-1 underline-offset-3"
      label={`What “${term}” means`}
      openOnHover
    >
      {children}
    </InfoPopover>
  );
}

export interface HelpMarkProps {
  /** What is explained, for screen readers. */
  readonly about: string;
  readonly children: ReactNode;
}

/** A question mark beside a label. The label itself stays a label, so that it still focuses its field. */
export function HelpMark({ about, children }: HelpMarkProps) {
  return (
    <InfoPopover
      trigger={
        <>
          <CircleHelp aria-hidden size={14} />
          <span className="sr-only">What “{about}” means</span>
        </>
      }
      triggerClassName="grid size-[24px] -my-[5px] shrink-0 cursor-help place-items-center text-muted hover:text-ink"
      label={`What “${about}” means`}
      openOnHover
    >
      {children}
    </InfoPopover>
  );
}
