// H1: the probes of the roofline do all that they say they do, in both precisions, and leave the memory's views attached.
import { expect, test } from "vitest";
import { kindHere, loadKernel } from "./loading/load-kernel.ts";
import { PROBE_RESULT, placeProbe } from "./roof-probes.ts";

test.each([
  ["chains", "f64"],
  ["chains", "f32"],
  ["triad", "f64"],
  ["triad", "f32"],
] as const)("H1: %s in %s ends where its arithmetic must end", async (probe, precision) => {
  const { exports, arena } = await loadKernel(precision, kindHere());
  const placed = placeProbe(probe, { exports, arena, precision, bytes: 100_000 });
  placed.run();
  expect(placed.result()).toBeCloseTo(PROBE_RESULT[probe], 5);
  expect(placed.amount).toBeGreaterThan(0);
});

test("H1: chains in 32 bits have twice the flops of those in 64, and a triad the same bytes", async () => {
  const amountOf = async (probe: "chains" | "triad", precision: "f64" | "f32"): Promise<number> => {
    const { exports, arena } = await loadKernel(precision, "plain");
    return placeProbe(probe, { exports, arena, precision, bytes: 100_000 }).amount;
  };
  expect(await amountOf("chains", "f32")).toBe(2 * (await amountOf("chains", "f64")));
  expect(await amountOf("triad", "f32")).toBe(await amountOf("triad", "f64"));
});
