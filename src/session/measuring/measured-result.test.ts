// What a result is made of, and when there is one.
import { expect, test } from "vitest";
import type { Sample } from "../../measurement/run/sample.ts";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { hasRow } from "./measured-result.ts";

test("only a counted sample of a row makes a row", () => {
  const { samples } = realisticResult({ seed: 3 });
  const place = { at: 1, repeat: 0, attempt: 0 } as const;
  const failed: Sample = { ...place, series: "row", state: "failed", reason: "A worker died." };
  const rows = samples.filter(({ series, state }) => series === "row" && state === "valid");
  const solos = samples.filter(({ series }) => series === "solo");
  expect(rows.length * solos.length).toBeGreaterThan(0);
  expect(hasRow([])).toBe(false);
  expect(hasRow([failed, ...solos])).toBe(false);
  expect(hasRow([failed, ...rows.slice(0, 1)])).toBe(true);
});
