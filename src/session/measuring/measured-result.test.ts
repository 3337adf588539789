// What a result is made of, and when there is one.
import { expect, test } from "vitest";
import type { Trial } from "../../measurement/run/trial.ts";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { hasRow } from "./measured-result.ts";

test("only a counted trial of a row makes a row", () => {
  const { trials } = realisticResult({ seed: 3 });
  const place = { agents: 1, repeat: 0, attempt: 0 } as const;
  const failed: Trial = { ...place, kind: "row", state: "failed", reason: "A worker died." };
  const rows = trials.filter((trial) => trial.kind === "row" && trial.state === "valid");
  const solos = trials.filter((trial) => trial.kind === "solo");
  expect(rows.length * solos.length).toBeGreaterThan(0);
  expect(hasRow([])).toBe(false);
  expect(hasRow([failed, ...solos])).toBe(false);
  expect(hasRow([failed, ...rows.slice(0, 1)])).toBe(true);
});
