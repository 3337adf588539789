// What a failures run found, in sentences that can be said aloud.
import { formatCount, formatCounted, formatPercent } from "../../words/format.ts";
import { formatDurationWithUnit } from "../../words/format-duration.ts";
import { restsOn } from "../agents/rests-on.ts";
import { middleOf, type Row, sumOf } from "../contract/rows.ts";
import type { FailureSettings } from "./fields.ts";

function accounts(rows: readonly Row[]): string {
  const seconds = sumOf(rows, "seconds");
  const unbalanced = sumOf(rows, "unbalanced-seconds");
  if (seconds === 0) return "";
  return unbalanced === 0
    ? ` In each of ${formatCounted(seconds, "second")}, done, failed and in flight were what was offered.`
    : ` In ${formatCount(unbalanced)} of ${formatCounted(seconds, "second")} ops went missing, which must not be.`;
}

/** @returns the sentence, of the highest share of crashes; null where no row has a figure yet */
export function failureSentence(
  { agents, lossPercent, deadlineMs, restart }: FailureSettings,
  rows: readonly Row[],
  timerStepUs: number,
): string | null {
  const row = rows.at(-1);
  const failed = row === undefined ? null : middleOf(row, "failed");
  if (row === undefined || failed === null) return null;
  const expected = middleOf(row, "failed-expected") ?? 0;
  const who = formatCounted(agents, "agent");
  const lost = lossPercent === 0 ? "" : ` and ${formatPercent(lossPercent / 100)} of the messages are lost`;
  const share = ` When ${who} crash in ${formatPercent(row.at / 100)} of their ops${lost}, ${formatPercent(1 - failed)} of the ops are done, by theory ${formatPercent(1 - expected)}.${restsOn(sumOf([row], "ended"), "op", "ops")}`;
  const noticed = middleOf(row, "noticed-p95");
  const recovered = middleOf(row, "recovered-p95");
  const beliefs = restart === "with-beliefs" ? "with its beliefs" : "without its beliefs";
  const back =
    recovered === null ? "" : ` and back ${formatDurationWithUnit(recovered, timerStepUs)} later, ${beliefs}`;
  const notice =
    noticed === null
      ? ""
      : `An agent that crashes is noticed within ${formatDurationWithUnit(noticed, timerStepUs)} in 95% of cases${back}. The deadline is ${deadlineMs} ms.${restsOn(sumOf([row], "crashes"), "crash", "crashes")}`;
  return `${notice}${share}${accounts(rows)}`.trimStart();
}
