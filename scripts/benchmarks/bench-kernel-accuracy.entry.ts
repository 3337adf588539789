// The kernel's ln and e^x on ten million numbers each, against the reference with thirty digits: a few minutes.
import { mathOf } from "../../src/inference/kernel/fixtures/kernel-math.ts";
import { loadKernel } from "../../src/inference/kernel/loading/load-kernel.ts";
import { hardForExponential, hardForLogarithm, searchedWorst } from "../../src/inference/oracle/accuracy.ts";
import { exponential, logarithm } from "../../src/inference/oracle/double-double.ts";
import { seededRandom } from "../../src/workloads/chance.ts";

const PARTS = 100;
const PART = 100_000;

/** Prints the largest relative error of each function, and where it is. */
export async function tryAccuracy(): Promise<void> {
  const { exports, arena, kind } = await loadKernel("f64");
  const math = mathOf(exports, arena, "f64");
  const functions = [
    { name: "ln", kernel: math.logarithms, reference: logarithm, hard: hardForLogarithm },
    { name: "e^x", kernel: math.exponentials, reference: (x: number) => exponential([x, 0]), hard: hardForExponential },
  ] as const;
  for (const { name, kernel, reference, hard } of functions) {
    let worst = { x: 0, error: 0 };
    for (let part = 0; part < PARTS; part += 1) {
      const [found] = searchedWorst({ kernel, reference }, hard(seededRandom(part), PART), 1000);
      if (found !== undefined && found.error > worst.error) worst = found;
    }
    console.log(
      `${name}, ${kind}: largest relative error ${worst.error.toExponential(2)} at ${worst.x}, of ${PARTS * PART} numbers and the worst ones' neighbours`,
    );
  }
}
