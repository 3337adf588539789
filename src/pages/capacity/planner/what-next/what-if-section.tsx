// What-if: published optimisations composed into scenarios, planned side by side at both ends of what is claimed.
import { Plus } from "lucide-react";
import type { PlanAnswer } from "../../../../capacity/answer/plan-answer.ts";
import { claimedChanges, type Scenario } from "../../../../capacity/asked/what-if.ts";
import { SCENARIOS_MOST, scenariosToText } from "../../../../capacity/asked/what-if-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { changeKinds, ScenarioEditor } from "./what-if-editor.tsx";
import { ScenarioTable } from "./what-if-table.tsx";
import type { PlannerInUse } from "../../planning/use-planner.ts";

export interface ScenarioSectionProps {
  readonly inUse: PlannerInUse;
  /** The last answer; null before the first. */
  readonly answer: PlanAnswer | null;
  /** Whether another is worked out. */
  readonly isStale: boolean;
}

export function ScenarioSection({ inUse, answer, isStale }: ScenarioSectionProps) {
  const { scenarios } = inUse.settings;
  const put = (next: readonly Scenario[]) => inUse.change({ scenarios: scenariosToText(next) });
  return (
    <section aria-labelledby="what-if" className={`min-w-0 ${scenarios.length === 0 ? "print:hidden" : ""}`}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="what-if" className="font-semibold">
          What if
        </h2>
        <Button
          className="min-h-8 text-xs print:hidden"
          disabled={scenarios.length >= SCENARIOS_MOST}
          onClick={() =>
            put([...scenarios, [claimedChanges[changeKinds[scenarios.length % changeKinds.length] ?? "belief"]]])
          }
        >
          <Plus aria-hidden size={14} /> Add a scenario
        </Button>
      </div>
      {scenarios.length === 0 ? (
        <p className="text-muted">
          Add a scenario to see what the published optimisations would change, at both ends of what is claimed for them.
        </p>
      ) : (
        <>
          {answer === null ? null : <ScenarioTable answer={answer} isStale={isStale} />}
          <div className="mt-3 grid gap-3 sm:grid-cols-2 print:hidden">
            {scenarios.map((scenario, at) => (
              <ScenarioEditor
                // Its place is what a scenario is known by: what it holds changes while it is edited.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                scenario={scenario}
                number={at + 1}
                onChange={(next) => put(scenarios.map((known, n) => (n === at ? next : known)))}
                onRemove={() => put(scenarios.filter((_, n) => n !== at))}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
