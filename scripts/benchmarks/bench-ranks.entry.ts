// How far the p values of rank tests are from counting with whole numbers, and how long large samples take.
import { ratioShift } from "../../src/statistics/hodges-lehmann.ts";
import { mannWhitney } from "../../src/statistics/mann-whitney.ts";
import { normalMannWhitney } from "../../src/statistics/mann-whitney-normal.ts";
import { median } from "../../src/statistics/summary.ts";
import { seededRandom } from "../../src/workloads/chance.ts";

/** Sizes, with the numbers of distinct values for which counting with whole numbers ends within seconds. */
const SIZES: readonly (readonly [perSide: number, distinct: readonly number[]])[] = [
  [10, [2, 3, 5, 10]],
  [20, [2, 3, 5, 10]],
  [30, [2, 3, 5, 10]],
  [40, [2, 3, 5]],
  [50, [2, 3, 5]],
  [60, [2, 3, 5]],
  [100, [2, 3]],
  [200, [2, 3]],
];
const DRAWS = 12;

function choices(n: number): bigint[] {
  const row: bigint[] = [1n];
  for (let k = 1; k <= n; k += 1) row.push(((row[k - 1] ?? 0n) * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

/** Two-sided p, counted in whole numbers over how many of each value the second sample may have: written apart from src/. */
function countedP(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second];
  const values = [...new Set(all)].sort((a, b) => a - b);
  let before = 0;
  let ways = new Map<string, bigint>([["0 0", 1n]]);
  let observed = 0;
  for (const value of values) {
    const size = all.filter((one) => one === value).length;
    const rank = 2 * before + size + 1;
    observed += rank * second.filter((one) => one === value).length;
    const row = choices(size);
    const next = new Map<string, bigint>();
    for (const [key, count] of ways) {
      const [taken = 0, sum = 0] = key.split(" ").map(Number);
      for (let k = 0; k <= Math.min(size, second.length - taken); k += 1) {
        const to = `${taken + k} ${sum + k * rank}`;
        next.set(to, (next.get(to) ?? 0n) + count * (row[k] ?? 0n));
      }
    }
    ways = next;
    before += size;
  }
  let total = 0n;
  let below = 0n;
  let above = 0n;
  for (const [key, count] of ways) {
    const [taken = 0, sum = 0] = key.split(" ").map(Number);
    if (taken !== second.length) continue;
    total += count;
    if (sum <= observed) below += count;
    if (sum >= observed) above += count;
  }
  const least = below < above ? below : above;
  return Math.min(1, Number((2n * least * 10n ** 15n) / total) / 1e15);
}

function errors(perSide: number, distinct: number, random: () => number) {
  let own = 0;
  let normal = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    // Half of the draws have one value that nearly all share, which is where an approximation is worst.
    const common = draw % 2 === 0 ? 0 : 0.9;
    const value = (): number => (random() < common ? 0 : Math.floor(random() * distinct));
    const [first, second] = [0, 1].map(() => Array.from({ length: perSide }, value));
    if (first === undefined || second === undefined) continue;
    const p = countedP(first, second);
    own = Math.max(own, Math.abs((mannWhitney(first, second)?.twoSided ?? 1) - p));
    normal = Math.max(normal, Math.abs((normalMannWhitney(first, second)?.twoSided ?? 1) - p));
  }
  return { own, normal };
}

function secondsOf(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const begun = performance.now();
    work();
    return (performance.now() - begun) / 1_000;
  });
  return median(times) ?? 0;
}

function printTimes(random: () => number): void {
  console.log("per side   test s   ratio and interval s");
  for (const perSide of [30, 60, 1_000, 10_000]) {
    const [first, second] = [1, 1.1].map((scale) => Array.from({ length: perSide }, () => scale * (1 + random())));
    if (first === undefined || second === undefined) continue;
    const test = secondsOf(() => mannWhitney(first, second));
    const ratio = secondsOf(() => ratioShift(first, second));
    console.log(`${String(perSide).padStart(8)}   ${test.toFixed(3).padStart(6)}   ${ratio.toFixed(3).padStart(20)}`);
  }
  console.log(`\n${Math.round(process.memoryUsage().rss / 1e6)} MB of memory until here\n`);
}

function printErrors(random: () => number): void {
  console.log(`largest error of a two-sided p in ${DRAWS} draws against exact counting\n`);
  console.log("per side  distinct values   Headroom   normal approximation");
  for (const [perSide, several] of SIZES) {
    for (const distinct of several) {
      const { own, normal } = errors(perSide, distinct, random);
      console.log(
        `${String(perSide).padStart(8)}  ${String(distinct).padStart(15)}   ${own.toExponential(0).padStart(8)}   ${normal.toFixed(4).padStart(20)}`,
      );
    }
  }
}

/** Prints both tables. */
export function reportRanks(): void {
  const random = seededRandom(1);
  printTimes(random);
  printErrors(random);
}
