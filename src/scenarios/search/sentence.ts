// What a search found, in sentences that can be said aloud.
import { formatComputed, formatCount, formatCounted, formatPercent } from "../../words/format.ts";
import { behindClause } from "../../words/lead-in.ts";
import { middleOf, type Row } from "../contract/rows.ts";
import type { SearchSettings } from "./fields.ts";

const who: Readonly<Record<SearchSettings["topology"], string>> = {
  "all-to-all": "who all hear each other",
  ring: "who hear their two neighbours",
  star: "who speak through one hub",
};

type Interval = Readonly<{ low: number; high: number }>;

/** The 95 % interval of a figure; null where there is none, such as under six trials. */
function intervalOf(row: Row, id: string): Interval | null {
  const figure = row.figures[id];
  const interval = figure?.state === "known" ? figure.estimate.interval : null;
  return interval?.kind === "confidence" ? interval : null;
}

/** Whether an interval leaves room for none of it; null where chance could explain either. */
function signOf(interval: Interval | null): 1 | -1 | null {
  if (interval === null) return null;
  return interval.low > 0 ? 1 : interval.high < 0 ? -1 : null;
}

function rangeText({ low, high }: Interval): string {
  const [least = 0, most = 0] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  return `(${formatPercent(least)} to ${formatPercent(most)})`;
}

function gainOf(row: Row): number {
  return middleOf(row, "sooner") ?? 0;
}

/** The team that gains most for certain, else the largest. */
function toldRow(rows: readonly Row[]): Row | undefined {
  const teams = rows.filter(({ at }) => at > 1);
  const certain = teams.filter((row) => signOf(intervalOf(row, "sooner")) !== null);
  return certain.length === 0 ? teams.at(-1) : certain.reduce((best, row) => (gainOf(row) > gainOf(best) ? row : best));
}

/** What of the gain in rounds is left in time, once what talking costs is taken off; empty where that is not certain. */
function timeText(row: Row): string {
  const loss = middleOf(row, "loss");
  const interval = intervalOf(row, "loss");
  if (loss === null || loss < 0 || interval === null || signOf(interval) === null) return "";
  const sooner = middleOf(row, "sooner") ?? 0;
  const time = 1 - (1 - sooner) / (1 - loss);
  return time > 0 ? `, and ${formatPercent(time)} of the time` : `, but takes ${formatPercent(-time)} more time`;
}

/** What talking costs this team. */
function costText(row: Row): string {
  const loss = middleOf(row, "loss");
  const interval = intervalOf(row, "loss");
  if (loss === null) return "";
  if (interval === null) {
    return ` In these trials it cost ${formatPercent(loss)} of their throughput; they are too few to tell that from noise.`;
  }
  if (signOf(interval) === null) {
    return ` It costs ${formatPercent(loss)} of their throughput (${formatPercent(interval.low)} to ${formatPercent(interval.high)}), which noise alone could explain.`;
  }
  if (loss < 0) return " It costs no throughput.";
  return ` It costs ${formatPercent(loss)} of their throughput ${rangeText(interval)}.`;
}

/** @returns the sentence, or null where no row has a figure yet */
export function searchSentence({ topology, crashPercent }: SearchSettings, rows: readonly Row[]): string | null {
  const row = toldRow(rows) ?? rows.at(-1);
  if (row === undefined) return null;
  const [talk = null, alone = null, oracle = null] = ["steps", "steps-alone", "steps-oracle"].map((id) =>
    middleOf(row, id),
  );
  if (talk === null || alone === null) return null;
  if (row.at === 1) return `One agent finds the target in ${formatComputed(alone)} rounds. It takes two to talk.`;
  const agents = formatCounted(row.at, "agent");
  const interval = intervalOf(row, "sooner");
  const share = formatPercent(Math.abs(middleOf(row, "sooner") ?? 0));
  const sign = signOf(interval);
  const inTime = sign === 1 ? timeText(row) : "";
  const first =
    interval === null || sign === null
      ? `It cannot be told from chance whether talking saves ${agents} rounds.`
      : `Talking ${sign > 0 ? "saves" : "costs"} ${agents} ${share} of the rounds to a target ${rangeText(interval)}${inTime}.`;
  const limit = oracle === null ? "" : `, one mind with all their eyes ${formatComputed(oracle)}`;
  const crashes =
    crashPercent === 0 ? "" : `With members that crash in ${formatCount(crashPercent)}% of their rounds, `;
  return `${behindClause(crashes, first)} ${agents} ${who[topology]} need ${formatComputed(talk)}, in silence ${formatComputed(alone)}${limit}.${costText(row)}`;
}
