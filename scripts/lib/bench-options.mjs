// Owns the command line of `npm run bench`: what may be asked for, and what is wrong with what was.
import { parseArgs } from "node:util";

/** Named configurations; parameters of the address override them. */
const scenarios = {
  coordination: { topology: "all-to-all", pacing: "saturated" },
  independent: { topology: "none", pacing: "saturated" },
  "real-time": { topology: "none", pacing: "paced", rate: "20" },
  "single-lane": { placement: "single-lane", topology: "none", pacing: "saturated" },
};

const named = [
  "workload",
  "placement",
  "topology",
  "transport",
  "agents",
  "repeats",
  "window",
  "seed",
  "workers",
  "rate",
];

export const usage = `npm run bench -- [--scenario ${Object.keys(scenarios).join("|")}] [options]

Measures in a real browser, as the page does, and prints the table while it fills.

  --scenario NAME    what to measure (default: coordination)
  ${named.map((name) => `--${name}`).join(" ")}
                     a parameter of the page's address, such as --agents 1,5,10 --repeats 10
  --out FILE         the result, which the page and npm run regress read
  --markdown FILE    the table as Markdown
  --junit FILE       one test case for each agent count
  --site URL         where the printed link leads (default: http://localhost:4173/)

Exits 0 when every row was measured, 2 for bad input, 3 when a row is missing or nothing was measured.`;

const text = { type: "string" };
const options = Object.fromEntries(
  ["scenario", "out", "markdown", "junit", "site", ...named].map((name) => [name, text]),
);

/** @returns {{ parameters: Record<string, string>, files: Record<string, string | undefined>, site: string, help: boolean } | string} what was asked, or what is wrong */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { ...options, help: { type: "boolean" } } }));
  } catch (error) {
    return error.message;
  }
  const { scenario = "coordination", out, markdown, junit, site = "http://localhost:4173/", help = false } = values;
  if (!Object.hasOwn(scenarios, scenario)) {
    return `--scenario must be one of: ${Object.keys(scenarios).join(", ")}.`;
  }
  if (!URL.canParse(site)) return "--site must be an address such as https://example.org/headroom/.";
  const own = Object.fromEntries(named.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  return { parameters: { ...scenarios[scenario], ...own }, files: { out, markdown, junit }, site, help };
}
