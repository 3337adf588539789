// The command behind `npm run rules`: checks rule files, runs their unit tests, and writes rules in another form.
import type { RuleGroup } from "../../src/alerts/rule.ts";
import { isPublishedForm, publishedFormText, readPublishedForm } from "../../src/alerts/published/published-form.ts";
import { publishedRules } from "../../src/alerts/published/published-rules.ts";
import { readRules } from "../../src/alerts/rule-file/read-rules.ts";
import { withVerdicts } from "../../src/alerts/rule-file/verdicts.ts";
import { rulesText, withoutCounterpart } from "../../src/alerts/rule-file/write-rules.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText, writeText } from "./command-files.ts";
import { readRulesArguments, type RulesArguments, rulesHelp } from "./rules-arguments.ts";
import { checkFiles, placed, printFaults } from "./rules-check.ts";
import { testFiles } from "./rules-test.ts";

/** 0 all is well, 1 a fault or a failed test. */
export type RulesExitCode = 0 | 1;

function groupOf(name: string, rules: RuleGroup["rules"]): RuleGroup {
  return { name, intervalMs: null, limit: 0, rules };
}

/** The rules to export; null where the file is at fault, which is then printed. */
function groupsOf(path: string | null): readonly RuleGroup[] | null {
  if (path === null) {
    for (const { rule, contradiction } of publishedRules) {
      if (contradiction !== null) console.error(`hint: ${JSON.stringify(rule.name)}: ${contradiction}`);
    }
    return [
      groupOf(
        "published",
        publishedRules.map(({ rule }) => rule),
      ),
    ];
  }
  const text = readText(path, 5_000_000);
  if (!isPublishedForm(text)) {
    const { groups, faults } = readRules(text);
    return printFaults(path, faults, false) > 0 ? null : withVerdicts(groups);
  }
  const { rules, faults, hints } = readPublishedForm(text);
  for (const { message, ...at } of hints) console.error(placed(path, at, `hint: ${message}`));
  return printFaults(path, faults, false) > 0 ? null : [groupOf("alerts", rules)];
}

function exportRules({ file, to, out }: RulesArguments & { readonly task: "export" }): RulesExitCode {
  const groups = groupsOf(file);
  if (groups === null) return 1;
  const { text, told } = exported(groups, to);
  for (const line of told) console.error(plain(`hint: ${line}`));
  if (out === null) process.stdout.write(text);
  else writeText(out, text);
  return 0;
}

function exported(
  groups: readonly RuleGroup[],
  to: "prometheus" | "published",
): { readonly text: string; readonly told: readonly string[] } {
  switch (to) {
    case "prometheus":
      return { text: rulesText(groups), told: withoutCounterpart(groups) };
    case "published": {
      const { text, leftOut } = publishedFormText(groups.flatMap(({ rules }) => rules));
      return { text, told: leftOut };
    }
  }
}

function run(options: RulesArguments): RulesExitCode {
  switch (options.task) {
    case "check":
      return checkFiles(options.files, options.intervalMs, options.simple) ? 1 : 0;
    case "test":
      return testFiles(options.files, options.lookback, options.simple) ? 1 : 0;
    case "export":
      return exportRules(options);
  }
}

/** @param args the arguments @returns the exit code; never throws for bad input */
export function runRules(args: readonly string[]): RulesExitCode {
  const read = readRulesArguments(args);
  switch (read.state) {
    case "help":
      console.log(rulesHelp);
      return 0;
    case "refused":
      console.error(`${plain(read.message)}\n\n${rulesHelp}`);
      return 1;
    case "read":
      try {
        return run(read.options);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(plain(error.message));
        return 1;
      }
  }
}
