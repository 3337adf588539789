// What a window of a pattern says: counts and times of all lanes together, as figures.
import type { Figures } from "../../measurement/run/sample.ts";
import { resourcesFor } from "../../protocols/contention.ts";
import { MESSAGE_BYTES } from "../../protocols/message.ts";
import { type ProtocolReport, timesOf, totalOf } from "../../protocols/tally.ts";
import { meanOfCounts, percentilesOfCounts, totalCount } from "../../statistics/counts.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { PatternSettings } from "./fields.ts";
import type { PatternKind } from "./pattern-kinds.ts";

/** Whole counts and shares of them, exact enough to add trials up. */
const DIGITS = 6;
const TIME_DIGITS = 3;

interface Kind {
  /** The counters that end what was asked, the good ending first. */
  readonly endings: readonly [string, ...string[]];
  /** The times of what ended well. */
  readonly time: string;
  /** Further figures. @param ended how many ended */
  further(reports: readonly ProtocolReport[], ended: number, agents: number, settings: PatternSettings): Figures;
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : roundToDigits(part / whole, DIGITS);
}

/** Things that are not held once: nobody has them and they are not on their way, or two have them. */
function astrayOf(reports: readonly ProtocolReport[], agents: number): number {
  const holds = reports.flatMap(({ standing }) => standing.holds);
  const transit = reports.flatMap(({ standing }) => standing.transit);
  const doubled = holds.length - new Set(holds).size;
  return doubled + agents - new Set([...holds, ...transit]).size;
}

function inFlight(reports: readonly ProtocolReport[]): number {
  return reports.reduce((sum, { standing }) => sum + standing.inFlight, 0);
}

const kinds = {
  handoff: {
    endings: ["done", "refused", "timed out"],
    time: "handoff",
    further: (reports, ended, agents) => ({
      "timed-out": shareOf(totalOf(reports, "timed out"), ended),
      refused: shareOf(totalOf(reports, "refused"), ended),
      astray: astrayOf(reports, agents),
    }),
  },
  consensus: {
    endings: ["passed", "rejected", "no quorum", "abandoned"],
    time: "vote",
    further: (reports, ended) => ({
      passed: shareOf(totalOf(reports, "passed"), ended),
      quorum: shareOf(totalOf(reports, "passed") + totalOf(reports, "rejected"), ended),
    }),
  },
  broadcast: {
    endings: ["complete", "incomplete", "abandoned"],
    time: "broadcast",
    further: (reports, ended) => ({ complete: shareOf(totalOf(reports, "complete"), ended) }),
  },
  contention: {
    endings: ["done"],
    time: "wait",
    further(reports, _ended, agents, { windowMs }) {
      const [waits, thinks, holds] = ["wait", "think", "hold"].map((name) => timesOf(reports, name));
      const meanUs = (parts: readonly Float64Array[] = []) => roundToDigits(meanOfCounts(parts), TIME_DIGITS);
      const [mostUs = 0] = percentilesOfCounts(waits ?? [], [1]);
      const waitUs = meanOfCounts(waits ?? []);
      return {
        held: roundToDigits(totalOf(reports, "held ms") / (windowMs * resourcesFor(agents)), 4),
        "wait-mean": meanUs(waits),
        "wait-most": roundToDigits(mostUs, TIME_DIGITS),
        unfairness: waitUs === 0 ? null : roundToDigits(mostUs / waitUs, TIME_DIGITS),
        "think-mean": meanUs(thinks),
        "hold-mean": meanUs(holds),
        "two-holders": totalOf(reports, "two holders"),
      };
    },
  },
} satisfies Record<PatternKind, Kind>;

/** @returns null where nothing ended in the window */
export function patternFigures(
  reports: readonly ProtocolReport[],
  agents: number,
  settings: PatternSettings,
): Figures | null {
  const kind: Kind = kinds[settings.pattern];
  const [well] = kind.endings;
  const ended = kind.endings.reduce((sum, name) => sum + totalOf(reports, name), 0);
  const done = totalOf(reports, well);
  if (ended === 0) return null;
  const timed = timesOf(reports, kind.time);
  const [p50 = 0, p95 = 0] = percentilesOfCounts(timed, [0.5, 0.95]);
  const messages = totalOf(reports, "sent") / ended;
  // Where nothing ended well there is no time.
  const hasTimes = settings.pattern !== "contention" && totalCount(timed) > 0;
  const times = !hasTimes ? {} : { p50: roundToDigits(p50, 3), p95: roundToDigits(p95, 3) };
  const carried = settings.pattern === "contention" ? {} : { messages, bytes: messages * MESSAGE_BYTES };
  return {
    rate: roundToDigits((done / settings.windowMs) * 1_000, 4),
    ...times,
    ...Object.fromEntries(Object.entries(carried).map(([id, value]) => [id, roundToDigits(value, 4)])),
    ended,
    ...(settings.pattern === "contention" ? {} : { crashes: totalOf(reports, "crashes") }),
    unbalanced: totalOf(reports, "asked") - ended - inFlight(reports),
    ...kind.further(reports, ended, agents, settings),
  };
}
