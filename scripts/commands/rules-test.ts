// `npm run rules -- test`: runs unit-test files of promtool, and prints expected against got.
import { existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, sep } from "node:path";
import type { Lookback } from "../../src/alerts/evaluation/sample-store.ts";
import { lintRules } from "../../src/alerts/lints/lint-rules.ts";
import { type ReadRules, readRules } from "../../src/alerts/rule-file/read-rules.ts";
import { readUnitTests } from "../../src/alerts/unit-test/read-unit-tests.ts";
import { type CaseResult, runUnitTests } from "../../src/alerts/unit-test/run-unit-tests.ts";
import type { UnitTestFile } from "../../src/alerts/unit-test/unit-test-file.ts";
import { formatCounted } from "../../src/words/format.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText } from "./command-files.ts";
import { placed, printFaults } from "./rules-check.ts";

const RULE_FILE_BYTES_MOST = 5_000_000;

/** One part of a path with * and ? as a pattern for names. */
function matcher(part: string): RegExp {
  const escaped = part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", "[^/]*").replaceAll("?", "[^/]")}$`);
}

/** The files that a path with * and ? names, in the order of their names; none where there are none. */
function filesOf(path: string): readonly string[] {
  const [first = "", ...parts] = path.split(sep);
  let found: readonly string[] = [first === "" ? sep : first];
  for (const part of parts) {
    if (!/[*?]/.test(part)) {
      found = found.map((folder) => join(folder, part));
      continue;
    }
    const pattern = matcher(part);
    found = found.flatMap((folder) =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => pattern.test(name))
            .sort()
            .map((name) => join(folder, name))
        : [],
    );
  }
  return found.filter((one) => existsSync(one));
}

function rulesOf(path: string, { ruleFiles }: UnitTestFile): readonly (readonly [string, ReadRules])[] {
  return ruleFiles.flatMap((pattern) => {
    const files = filesOf(isAbsolute(pattern) ? pattern : join(dirname(path), pattern));
    if (files.length === 0) console.log(plain(`  hint: no file is called ${pattern}`));
    return files.map((file) => [file, readRules(readText(file, RULE_FILE_BYTES_MOST))] as const);
  });
}

function printFailure(path: string, { test, at, what, verdict }: CaseResult): void {
  if (verdict.state === "passed") return;
  console.error(placed(path, at, `${test}: ${what}: ${verdict.state}`));
  if (verdict.state === "not judged") {
    console.error(plain(`      ${verdict.why}`));
    return;
  }
  const [expected, got] = [new Set(verdict.expected), new Set(verdict.got)];
  if (verdict.expected.length === 0 && verdict.got.length === 0) return;
  for (const line of verdict.expected) console.error(plain(`    ${got.has(line) ? " " : "-"} ${line}`));
  for (const line of verdict.got) if (!expected.has(line)) console.error(plain(`    + ${line}`));
  if (verdict.expected.length === 0) console.error("      (expected was none)");
  if (verdict.got.length === 0) console.error("      (there was none)");
}

/** Metrics that the tests of a file feed, that recording rules make, and that Prometheus writes of alerts. */
function fedMetrics({ tests }: UnitTestFile, rules: readonly ReadRules[]): ReadonlySet<string> {
  const fed = tests.flatMap(({ series }) => series.map(({ labels }) => labels.get("__name__") ?? ""));
  const made = rules.flatMap(({ recorded }) => [...recorded]);
  return new Set([...fed, ...made, "ALERTS", "ALERTS_FOR_STATE"]);
}

function testFile(path: string, lookback: Lookback, simple: boolean): boolean {
  const { file, faults } = readUnitTests(readText(path, RULE_FILE_BYTES_MOST));
  const rules = rulesOf(path, file);
  const wrong =
    printFaults(path, faults, simple) +
    rules.reduce((sum, [name, read]) => sum + printFaults(name, read.faults, simple), 0);
  const read = rules.map(([, one]) => one);
  const seenMetrics = fedMetrics(file, read);
  for (const [name, { groups }] of rules) {
    const hints = lintRules(groups, { intervalMs: file.evaluationIntervalMs, seenMetrics });
    for (const { message, ...at } of hints) console.log(placed(name, at, `hint: ${message}`));
  }
  const results = runUnitTests(file, read, lookback);
  const failing = results.filter(
    ({ verdict }) => verdict.state === "failed" || (verdict.state === "not judged" && !simple),
  );
  for (const result of failing) printFailure(path, result);
  const count = (state: CaseResult["verdict"]["state"]) =>
    results.filter(({ verdict }) => verdict.state === state).length;
  const isGood = wrong === 0 && failing.length === 0;
  const cases = `${count("passed")} passed, ${count("failed")} failed, ${count("not judged")} not judged`;
  console.log(
    `  ${isGood ? "SUCCESS" : "FAILED"}: ${cases}${wrong === 0 ? "" : `, ${formatCounted(wrong, "fault")}`}\n`,
  );
  return isGood;
}

/** Runs each file. @returns whether any failed */
export function testFiles(files: readonly string[], lookback: Lookback, simple: boolean): boolean {
  let hasFailed = false;
  for (const path of files) {
    console.log(plain(`Unit testing ${path}`));
    try {
      hasFailed = !testFile(path, lookback, simple) || hasFailed;
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      console.error(`  FAILED: ${plain(error.message)}\n`);
      hasFailed = true;
    }
  }
  return hasFailed;
}
