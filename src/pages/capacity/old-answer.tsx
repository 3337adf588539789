// Dims an answer while a field beside it holds text that is not valid, and says why: the answer is to what was asked before.
import type { ReactNode } from "react";

/** For what holds both the fields and their answer: what is inside follows whether a field is not valid. */
export const ANSWERED_FIELDS = "group/answered";

/** The part that answers. Fields that may be invalid are outside of it, so that they are never dimmed themselves. */
export function OldAnswer({ isExplained, children }: { readonly isExplained: boolean; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      {isExplained ? (
        <p role="status" className="mb-2 hidden text-sm group-has-[[aria-invalid=true]]/answered:block">
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          A field holds text that is not valid, so this still answers what was asked before. Correct that field.
        </p>
      ) : null}
      <div className="group-has-[[aria-invalid=true]]/answered:opacity-60">{children}</div>
    </div>
  );
}
