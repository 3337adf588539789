// `npm run rules -- check`: every fault and hint of rule files, with its place.
import type { Fault, Hint, Position } from "../../src/alerts/fault.ts";
import { lintRules } from "../../src/alerts/lints/lint-rules.ts";
import { isPublishedForm, readPublishedForm } from "../../src/alerts/published/published-form.ts";
import { readRules } from "../../src/alerts/rule-file/read-rules.ts";
import { formatCounted } from "../../src/words/format.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText } from "./command-files.ts";

export function placed(path: string, { line, column }: Position, message: string): string {
  return plain(`  ${path}:${line}:${column}: ${message}`);
}

/** Prints faults. @returns how many of them fail the file */
export function printFaults(path: string, faults: readonly Fault[], simple: boolean): number {
  const told = simple ? faults.filter(({ reach }) => reach === "invalid") : faults;
  for (const { message, ...at } of told) console.error(placed(path, at, message));
  const passedOver = faults.length - told.length;
  if (passedOver > 0) console.log(`  ${formatCounted(passedOver, "place")} beyond what is read here passed over`);
  return told.length;
}

interface Checked {
  readonly rules: number;
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
}

function checked(text: string, intervalMs: number): Checked {
  if (isPublishedForm(text)) {
    const { rules, faults, hints } = readPublishedForm(text);
    return { rules: rules.length, faults, hints };
  }
  const { groups, faults, hints } = readRules(text);
  const rules = groups.reduce((sum, group) => sum + group.rules.length, 0);
  return { rules, faults, hints: [...hints, ...lintRules(groups, { intervalMs, seenMetrics: null })] };
}

/** Prints what is wrong with each file. @returns whether any is at fault */
export function checkFiles(files: readonly string[], intervalMs: number, simple: boolean): boolean {
  let isAtFault = false;
  for (const path of files) {
    console.log(plain(`Checking ${path}`));
    try {
      const { rules, faults, hints } = checked(readText(path, 5_000_000), intervalMs);
      const wrong = printFaults(path, faults, simple);
      for (const { message, ...at } of hints) console.log(placed(path, at, `hint: ${message}`));
      isAtFault ||= wrong > 0;
      const outcome = wrong === 0 ? "SUCCESS" : "FAILED";
      console.log(
        `  ${outcome}: ${formatCounted(rules, "rule")} read${wrong === 0 ? "" : `, ${formatCounted(wrong, "fault")}`}\n`,
      );
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      console.error(`  FAILED: ${plain(error.message)}\n`);
      isAtFault = true;
    }
  }
  return isAtFault;
}
