// The command behind `npm run ci:verdict`: runs merge and regress as a person would, and turns their answers into one.
import { spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ExitCode } from "../../src/comparison/compare-exit.ts";
import { linkPayload } from "../../src/results/link/result-link.ts";
import { readResultText } from "../../src/results/format/result-text.ts";
import { deriveResult } from "../../src/results/derive.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import type { Result } from "../../src/results/format/result.ts";
import { plain } from "../../src/words/plain-text.ts";
import { type CiVerdictArguments, ciVerdictHelp, readCiVerdictArguments } from "./ci-verdict-arguments.ts";
import { toCiMarkdown, type VerdictReport } from "./ci-verdict-report.ts";
import { BadInput, readText, writeText } from "./command-files.ts";

const CURRENT = "current.json";

interface Judged extends Omit<VerdictReport, "passes"> {
  /** Whether there is a result with every row, which could be a baseline. */
  readonly isValid: boolean;
}

interface Answer {
  readonly code: ExitCode;
  readonly stderr: string;
}

/** Without control characters, and without what CI systems act on where a line begins so: it may come from a file. */
function harmless(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]/gu, " ").replaceAll(/^[^\S\n]*(?=::|##(\[|vso)|##teamcity)/gm, "| ");
}

/** What each command answers with; anything else is a crash. */
const answers = { merge: [0, 2, 4], regress: [0, 1, 2, 3, 4] } as const satisfies Record<string, readonly ExitCode[]>;

function runCommand(root: string, name: keyof typeof answers, args: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts", `${name}.mjs`), ...args], {
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  process.stdout.write(harmless(stdout));
  const code = answers[name].find((known) => known === status);
  if (code !== undefined) return { code, stderr };
  throw new BadInput(`npm run ${name} ended without an answer: ${harmless(stderr).slice(-2_000)}`);
}

function jsonBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function baselineFiles(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path !== "" && existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? jsonBelow(path) : [path]));
}

/** Rows that were to be measured and have no trial that counts. @param wanted of the whole run, where they are known */
function missingRows(result: Result, wanted: readonly number[] | null): string[] {
  const { points, scenario } = experimentOf(result);
  const measured = new Set(deriveResult(result).rows.map(({ at }) => at));
  return [...new Set([...(wanted ?? []), ...points])].flatMap((at) =>
    measured.has(at) ? [] : [scenario.axis.nameOf(at)],
  );
}

function unmerged(code: ExitCode, reason: string): Judged {
  return { code, reason, table: null, resultLink: null, isValid: false };
}

async function linkTo(result: Result, site: string | null): Promise<string | null> {
  if (site === null) return null;
  const payload = await linkPayload(result);
  return payload === null ? null : `${site}#/r/${payload}`;
}

async function judge(options: CiVerdictArguments, root: string): Promise<Judged> {
  const { shards, out, site, keep } = options;
  const siteFlags = site === null ? [] : ["--site", site];
  const current = join(out, CURRENT);
  const files = existsSync(shards) ? jsonBelow(shards) : [];
  const [only] = files;
  if (only === undefined) {
    return unmerged(2, `There is no result below ${shards}. Look at the jobs that measure, and at what they upload.`);
  }
  if (files.length === 1) copyFileSync(only, current);
  else {
    const merge = runCommand(root, "merge", ["--out", current, ...siteFlags, ...files]);
    if (merge.code !== 0) return unmerged(merge.code, merge.stderr);
  }
  const read = readResultText(readText(current));
  if (read.state === "refused") return unmerged(2, `${only}: ${read.message}`);
  const { result } = read;
  const missing = missingRows(result, options.points);
  const isValid = missing.length === 0;
  const gap = `No trial counts at ${missing.join(", ")}; the reasons are in the result, or its shard never came.`;
  const resultLink = await linkTo(result, site);
  const baselines = baselineFiles(options.baselines);
  if (baselines.length === 0) {
    if (!isValid) return { code: 3, reason: gap, table: null, resultLink, isValid };
    const reason = keep === null ? "There is no baseline yet, so nothing was judged." : "Kept as the baseline.";
    return { code: 0, reason, table: null, resultLink, isValid };
  }
  const markdown = join(out, "verdict.md");
  const reports = ["--markdown", markdown, "--junit", join(out, "verdict.xml"), "--json", join(out, "verdict.json")];
  const sides = [...baselines.flatMap((path) => ["--baseline", path]), "--current", current];
  // Each side comes from its own place, so they cannot be swapped; a job that is run again may be the older one.
  const regress = runCommand(root, "regress", [
    ...sides,
    "--allow-newer-baseline",
    ...siteFlags,
    ...reports,
    ...options.regress,
  ]);
  if (regress.code === 2 || !existsSync(markdown))
    return { code: 2, reason: regress.stderr, table: null, resultLink, isValid: false };
  const table = readText(markdown);
  if (!isValid && regress.code < 3) return { code: 3, reason: gap, table, resultLink, isValid };
  const reason = regress.code === 0 ? "No regression at or above the limit." : regress.stderr;
  // A row that the baseline has and this result lacks makes it no next baseline.
  return { code: regress.code, reason, table, resultLink: null, isValid: isValid && regress.code !== 3 };
}

/** Tells the CI system's own list of notices; the text is ours, without any of a file. */
function notice(level: "notice" | "warning", text: string): void {
  console.log(process.env["GITHUB_ACTIONS"] === "true" ? `::${level} title=Headroom::${text}` : text);
}

/** Whatever goes wrong with files is told where the verdict would stand. */
async function judgeOrRefuse(options: CiVerdictArguments, root: string): Promise<Judged> {
  try {
    return await judge(options, root);
  } catch (error) {
    return unmerged(2, error instanceof Error ? error.message : String(error));
  }
}

async function verdict(options: CiVerdictArguments, root: string): Promise<ExitCode> {
  mkdirSync(options.out, { recursive: true });
  for (const name of [CURRENT, "verdict.md", "verdict.xml", "verdict.json"]) {
    rmSync(join(options.out, name), { force: true });
  }
  const judged = await judgeOrRefuse(options, root);
  if (judged.isValid && options.keep !== null) {
    // Last of all: it may be the baseline that this result was judged against.
    mkdirSync(dirname(options.keep), { recursive: true });
    copyFileSync(join(options.out, CURRENT), options.keep);
  }
  const passes = judged.code === 4 && options.notComparablePasses;
  const markdown = toCiMarkdown({ ...judged, passes });
  writeText(join(options.out, "verdict.md"), markdown);
  const summary = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (summary !== "") appendFileSync(summary, markdown);
  if (judged.code === 0 && judged.table === null) notice("notice", judged.reason);
  if (judged.code !== 0) console.error(harmless(judged.reason.trim()));
  if (passes) notice("warning", "Not comparable: nothing was judged. See docs/ci.md for what to do.");
  return passes ? 0 : judged.code;
}

/** @param args the arguments @param root the checkout @returns the exit code */
export async function runCiVerdict(args: readonly string[], root: string): Promise<ExitCode> {
  const read = readCiVerdictArguments(args);
  switch (read.state) {
    case "help":
      console.log(ciVerdictHelp);
      return 0;
    case "refused":
      console.error(`${plain(read.message)}\n\n${ciVerdictHelp}`);
      return 2;
    case "read":
      try {
        return await verdict(read.options, root);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        console.error(plain(error.message));
        return 2;
      }
  }
}
