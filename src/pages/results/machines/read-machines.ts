// Reads pasted links as machines: what measured, and what it found. One that cannot be read is named, and the others stay.
import { machineRanking, type NamedResult } from "../../../comparison/machines/machine-ranking.ts";
import { type SpreadRow, throughputSpread } from "../../../comparison/machines/machine-spread.ts";
import { spreadSentence } from "../../../comparison/machines/spread-words.ts";
import { experimentOf } from "../../../results/experiment.ts";
import { findingsOf, type Findings } from "../../../results/findings.ts";
import { defaultName } from "../../../results/library/entry.ts";
import { lowEndParameters } from "../../../results/plan-low-end.ts";
import { decodeLink } from "../../../results/link/result-link.ts";
import { type PastedLink, pastedLinks } from "./pasted-links.ts";

export interface Machine {
  readonly payload: string;
  /** As it was called in the text, else what was measured. */
  readonly name: string;
  /** As it was called in the text; empty where nothing was said. */
  readonly label: string;
  readonly browser: string;
  readonly platform: string;
  readonly coresReported: number;
  /** C, cores. */
  readonly coresMeasured: number;
  readonly createdAt: string;
  readonly findings: Findings;
}

export interface Machines {
  readonly machines: readonly Machine[];
  readonly problems: readonly string[];
  /** Who does most, in a sentence; null where there is nothing to rank. */
  readonly ranking: string | null;
  /** How far they differ, by row; null where they did not measure the same rows. */
  readonly spread: Spread | null;
}

export interface Spread {
  readonly sentence: string;
  readonly rows: readonly SpreadLine[];
  /** A plan with the low end of each row, as parameters of the planner's address; null where they have no curve. */
  readonly plan: Readonly<Record<string, string>> | null;
}

/** A row over machines, as the table shows it. */
interface SpreadLine {
  readonly at: number;
  /** "5 agents". */
  readonly name: string;
  readonly row: SpreadRow;
}

type ReadMachine = { readonly machine: Machine; readonly result: NamedResult["result"] };

async function machineOf({ label, payload }: PastedLink): Promise<ReadMachine | string> {
  const read = await decodeLink(payload);
  if (read.state === "refused") return `${label === "" ? `${payload.slice(0, 20)} …` : label}: ${read.message}`;
  const { environment, createdAt } = read.result;
  const machine = {
    payload,
    name: label === "" ? defaultName(read.result) : label,
    label,
    browser: environment.browser,
    platform: environment.platform,
    coresReported: environment.hardwareConcurrency,
    coresMeasured: environment.parallelCapacity.cores,
    createdAt,
    findings: findingsOf(read.result),
  };
  return { machine, result: read.result };
}

/** What each is called in a sentence: a name that another has too, or none at all, is told by its line in the table. */
function namedApart(read: readonly ReadMachine[]): readonly NamedResult[] {
  return read.map(({ machine: { label }, result }, at) => {
    const isShared = read.filter(({ machine }) => machine.label === label).length > 1;
    if (label === "") return { name: `Machine ${at + 1}`, result };
    return { name: isShared ? `${label} (${at + 1})` : label, result };
  });
}

function spreadOf(named: readonly NamedResult[]): Spread | null {
  const [first] = named;
  const spread = throughputSpread(named);
  if (first === undefined || spread === null) return null;
  const { axis } = experimentOf(first.result).scenario;
  const rows = spread.rows.map((row) => ({ at: row.at, name: axis.nameOf(row.at), row }));
  const low = spread.rows.map(({ at, estimate: { median, interval } }) => ({
    agents: at,
    opsPerSecond: interval?.low ?? median,
  }));
  const plan = lowEndParameters(
    named.map(({ result }) => result),
    low,
  );
  return { sentence: spreadSentence(spread), rows, plan };
}

/** Reads every link of a text, in its order. */
export async function readMachines(text: string): Promise<Machines> {
  const { links, problems } = pastedLinks(text);
  const all: (ReadMachine | string)[] = [];
  for (const link of links) all.push(await machineOf(link));
  const read = all.flatMap((one) => (typeof one === "string" ? [] : [one]));
  const named = namedApart(read);
  return {
    machines: read.map(({ machine }) => machine),
    problems: [...problems, ...all.flatMap((one) => (typeof one === "string" ? [one] : []))],
    ranking: machineRanking(named),
    spread: spreadOf(named),
  };
}
