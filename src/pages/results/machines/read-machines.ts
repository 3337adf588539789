// Reads pasted links as machines: what measured, and what it found. One that cannot be read is named, and the others stay.
import { findingsOf, type Findings } from "../../../results/findings.ts";
import { defaultName } from "../../../results/library/entry.ts";
import { decodeLink } from "../../../results/link/result-link.ts";
import { type PastedLink, pastedLinks } from "./pasted-links.ts";

export interface Machine {
  readonly payload: string;
  /** As it was called in the text, else what was measured. */
  readonly name: string;
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
}

async function machineOf({ label, payload }: PastedLink): Promise<Machine | string> {
  const read = await decodeLink(payload);
  if (read.state === "refused") return `${label === "" ? `${payload.slice(0, 20)} …` : label}: ${read.message}`;
  const { environment, createdAt } = read.result;
  return {
    payload,
    name: label === "" ? defaultName(read.result) : label,
    browser: environment.browser,
    platform: environment.platform,
    coresReported: environment.hardwareConcurrency,
    coresMeasured: environment.parallelCapacity.cores,
    createdAt,
    findings: findingsOf(read.result),
  };
}

/** Reads every link of a text, in its order. */
export async function readMachines(text: string): Promise<Machines> {
  const { links, problems } = pastedLinks(text);
  const read: (Machine | string)[] = [];
  for (const link of links) read.push(await machineOf(link));
  return {
    machines: read.flatMap((one) => (typeof one === "string" ? [] : [one])),
    problems: [...problems, ...read.flatMap((one) => (typeof one === "string" ? [one] : []))],
  };
}
