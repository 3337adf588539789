// H4: the kernel's ln and e^x are within 1e-14 of a reference with thirty digits, also where they are hard.
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../workloads/chance.ts";
import { exponential, logarithm } from "../oracle/double-double.ts";
import { hardForExponential, hardForLogarithm, neighbour, searchedWorst } from "../oracle/accuracy.ts";
import type { Comparison } from "../oracle/accuracy.ts";
import { loadKernel } from "./loading/load-kernel.ts";
import { mathOf } from "./fixtures/kernel-math.ts";
import type { KernelMath } from "./fixtures/kernel-math.ts";

const COUNT = 200_000;
const LIMIT = 1e-14;
let math: KernelMath;

beforeAll(async () => {
  const loaded = await loadKernel("f64", "plain");
  math = mathOf(loaded.exports, loaded.arena, "f64");
});

const comparisonOf = (name: "logarithms" | "exponentials"): Comparison => ({
  kernel: (numbers) => math[name](numbers),
  reference: name === "logarithms" ? logarithm : (x) => exponential([x, 0]),
});

describe("H4: the kernel", () => {
  test("takes logarithms within 1e-14, the worst 1,000 and their neighbours included", () => {
    const worst = searchedWorst(comparisonOf("logarithms"), hardForLogarithm(seededRandom(5), COUNT), 1000);
    expect(worst).toHaveLength(1000);
    expect(worst[0]?.error).toBeLessThanOrEqual(LIMIT);
    process.stdout.write(`ln: largest relative error ${worst[0]?.error.toExponential(2)} at ${worst[0]?.x}\n`);
  });

  test("takes powers of e within 1e-14 down to e^−708", () => {
    const worst = searchedWorst(comparisonOf("exponentials"), hardForExponential(seededRandom(6), COUNT), 1000);
    expect(worst[0]?.error).toBeLessThanOrEqual(LIMIT);
    process.stdout.write(`exp: largest relative error ${worst[0]?.error.toExponential(2)} at ${worst[0]?.x}\n`);
  });

  test("takes e^x as 0 below −708, where it is under 4e-308", () => {
    const numbers = Float64Array.of(
      neighbour(-708, -1) < -708 ? neighbour(-708, -1) : neighbour(-708, 1),
      -709,
      -745,
      -746,
      -1e6,
      -1e300,
    );
    expect(numbers.every((x) => x < -708)).toBe(true);
    math.exponentials(numbers);
    expect(Array.from(numbers)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(Math.exp(-708)).toBeLessThan(4e-308);
  });

  test("takes ln 1 as exactly 0, and e^0 as exactly 1", () => {
    const numbers = Float64Array.of(1, 1);
    math.logarithms(numbers);
    expect(Array.from(numbers)).toEqual([0, 0]);
    math.exponentials(numbers);
    expect(Array.from(numbers)).toEqual([1, 1]);
  });

  test("lets NaN and infinity be seen: x·ln x is NaN or infinite where x is", () => {
    const numbers = Float64Array.of(Number.NaN, Infinity);
    math.logarithms(numbers);
    expect(Number.NaN * (numbers[0] ?? 0)).toBeNaN();
    expect(Infinity * (numbers[1] ?? 0)).toBe(Infinity);
  });
});

test("the reference agrees with itself: e^(ln x) is x to 28 digits", () => {
  const random = seededRandom(8);
  for (let i = 0; i < 2000; i += 1) {
    const x = 2 ** (-53 + 60 * random());
    const [high, low] = exponential(logarithm(x));
    expect(Math.abs((high - x + low) / x)).toBeLessThan(1e-28);
  }
});
