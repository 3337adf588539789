// What a page shows of a run once something was measured: targets, where time went, how it was measured. Loaded after the page is usable.
import type { Sample } from "../../../measurement/run/sample.ts";
import type { Derived } from "../../../results/derive.ts";
import type { Result } from "../../../results/format/result.ts";
import type { MeasuredOn } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { BreakdownTable } from "../table/breakdown-table.tsx";
import { FactTables } from "../table/fact-tables.tsx";
import { TargetsTable } from "../table/targets-table.tsx";
import { HowMeasured } from "./how-measured.tsx";

export interface MeasuredPartsProps {
  readonly experiment: Experiment;
  readonly derived: Derived;
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  /** Null while a run goes on. */
  readonly result: Result | null;
}

export function MeasuredParts({ experiment, derived, samples, on, result }: MeasuredPartsProps) {
  const isUseless = derived.quality === "useless";
  return (
    <>
      <FactTables tables={experiment.tablesOf({ ...derived, samples, on })} isUseless={isUseless} />
      <TargetsTable experiment={experiment} rows={derived.rows} on={on} />
      {result === null ? null : (
        <>
          <BreakdownTable experiment={experiment} rows={derived.rows} on={on} isUseless={isUseless} />
          <HowMeasured
            experiment={experiment}
            environment={result.environment}
            derived={derived}
            samples={result.samples}
            on={on}
          />
        </>
      )}
    </>
  );
}
