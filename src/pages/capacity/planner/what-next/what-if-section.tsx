// The what-ifs of a plan: published optimisations, combined, and planned at both ends of what is claimed for them.
import { Plus } from "lucide-react";
import type { PlanAnswer } from "../../../../capacity/answer/plan-answer.ts";
import { claimedChanges, type WhatIf } from "../../../../capacity/asked/what-if.ts";
import { WHAT_IFS_MOST, whatIfsToText } from "../../../../capacity/asked/what-if-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { FoldedSection } from "../../planning/folded-section.tsx";
import { formatCounted } from "../../../../words/format.ts";
import { changeKinds, WhatIfEditor } from "./what-if-editor.tsx";
import { WhatIfTable } from "./what-if-table.tsx";
import type { PlannerInUse } from "../../planning/use-planner.ts";

export interface WhatIfSectionProps {
  readonly inUse: PlannerInUse;
  /** The last answer; null before the first. */
  readonly answer: PlanAnswer | null;
  /** Whether a newer answer is being worked out. */
  readonly isStale: boolean;
}

export function WhatIfSection({ inUse, answer, isStale }: WhatIfSectionProps) {
  const { whatIfs } = inUse.settings;
  const put = (next: readonly WhatIf[]) => inUse.change({ whatIfs: whatIfsToText(next) });
  return (
    <FoldedSection
      id="what-if"
      title="What if"
      brief={
        whatIfs.length === 0 ? "published optimisations did what they claim" : formatCounted(whatIfs.length, "what-if")
      }
      isOpen={whatIfs.length > 0}
      className={whatIfs.length === 0 ? "print:hidden" : ""}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          className="min-h-8 text-xs print:hidden"
          disabled={whatIfs.length >= WHAT_IFS_MOST}
          onClick={() =>
            put([...whatIfs, [claimedChanges[changeKinds[whatIfs.length % changeKinds.length] ?? "belief"]]])
          }
        >
          <Plus aria-hidden size={14} /> Add a what-if
        </Button>
        {whatIfs.length === 0 ? (
          <p className="text-muted">
            The plan is worked out again at both ends of what is claimed for an optimisation.
          </p>
        ) : null}
      </div>
      {whatIfs.length === 0 ? null : (
        <>
          {answer === null ? null : <WhatIfTable answer={answer} isStale={isStale} />}
          <div className="mt-3 grid gap-3 sm:grid-cols-2 print:hidden">
            {whatIfs.map((whatIf, at) => (
              <WhatIfEditor
                // A what-if is known by its place: its changes are edited.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                whatIf={whatIf}
                number={at + 1}
                onChange={(next) => put(whatIfs.map((known, n) => (n === at ? next : known)))}
                onRemove={() => put(whatIfs.filter((_, n) => n !== at))}
              />
            ))}
          </div>
        </>
      )}
    </FoldedSection>
  );
}
