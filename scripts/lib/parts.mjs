// Runs the parts of a check side by side. Each part prints one line with its seconds; one that fails ends with what mends it.
import { availableParallelism } from "node:os";

/** As many as there are cores; four at most, since most parts use several threads themselves. */
const PARTS_AT_ONCE = Math.min(availableParallelism(), 4);

const indented = (text) => text.replaceAll(/^(?=.)/gm, "  ");

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} [detail] a few words for the line of a part that passed
 * @property {string} [output] what a part that failed said, where that was not shown already
 * @property {string} [mend] the command that mends a failure, or with which to look at it again
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 */

/** A part that throws has failed, with the message as its output. */
async function outcomeOf(part) {
  try {
    return await part.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

function report(name, seconds, { failed, detail = "", output = "", mend }) {
  const line = `${failed === 0 ? "✓" : "✗"} ${name}  ${seconds.toFixed(1)} s`;
  if (failed === 0) return detail === "" ? line : `${line}  ${detail}`;
  const said = output.trim();
  return [line, said === "" ? null : said, mend === undefined ? null : `To mend ${name}:\n${indented(mend)}\n`]
    .filter((text) => text !== null)
    .join("\n");
}

/**
 * Runs all parts, also after one has failed, and prints each when it ends.
 * @param {readonly Part[]} parts the longest first, so that it does not run alone at the end
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runParts(parts, { atOnce = PARTS_AT_ONCE, print = console.log } = {}) {
  const total = { passed: 0, failed: 0 };
  const waiting = parts.values();
  // Every lane takes from the one queue.
  const lane = async () => {
    for (const part of waiting) {
      const startedAtMs = performance.now();
      const outcome = await outcomeOf(part);
      print(report(part.name, (performance.now() - startedAtMs) / 1000, outcome));
      total.passed += outcome.passed;
      total.failed += outcome.failed;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return total;
}

/** Runs the parts one after another and shows what they print, each below its name. */
export async function runPartsShown(parts) {
  return runParts(
    parts.map(({ name, run }) => ({
      name,
      run: () => {
        console.log(`\n${name} …`);
        return run();
      },
    })),
    { atOnce: 1 },
  );
}
