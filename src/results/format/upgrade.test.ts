// Reading results: version 1 stays readable, and what is wrong is said in plain words with the field's name.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryResult } from "../fixtures/arbitrary-result.ts";
import { resultVersionOneText } from "../fixtures/files.ts";
import { realisticResult } from "../fixtures/realistic-result.ts";
import { isTaggedResult, readResult } from "./upgrade.ts";

const versionOne: unknown = JSON.parse(resultVersionOneText);

function messageOf(json: unknown): string {
  const read = readResult(json);
  return read.state === "refused" ? read.message : "";
}

test("a file of version 1 reads as it was written", () => {
  const read = readResult(versionOne);
  expect(read).toEqual({ state: "read", result: versionOne });
});

test("any result survives JSON", () => {
  fc.assert(
    fc.property(arbitraryResult, (result) => {
      expect(readResult(JSON.parse(JSON.stringify(result)))).toEqual({ state: "read", result });
    }),
  );
});

test("a newer version is refused in plain words", () => {
  expect(messageOf({ ...realisticResult({ seed: 1 }), version: 2 })).toBe(
    "This result was made by a newer Headroom (result version 2; this one reads up to 1). Reload the page to get the newest Headroom, then open it again.",
  );
});

test("versions that never were are refused", () => {
  for (const version of [0, -1, 1.5, "1", null, undefined, "__proto__"]) {
    expect(messageOf({ ...realisticResult({ seed: 1 }), version })).toContain('"version"');
  }
});

test("what is no result is refused", () => {
  for (const json of [null, 1, "x", [], {}, { format: "other" }]) {
    expect(messageOf(json)).toContain("not a Headroom result");
    expect(isTaggedResult(json)).toBe(false);
  }
});

test("a message names the field", () => {
  const result = realisticResult({ seed: 1, repeats: 1 });
  const { browser: _, ...environment } = result.environment;
  expect(messageOf({ ...result, environment })).toContain("environment.browser is missing.");
  const trials = result.trials.map((trial, n) => (n === 2 ? { ...trial, opsPerSecond: "fast" } : trial));
  expect(messageOf({ ...result, trials })).toContain("trials[2].opsPerSecond");
  const configuration = { ...result.configuration, repeats: 0 };
  expect(messageOf({ ...result, configuration })).toContain("Repeats must be a whole number from 1 to 30.");
});

test("a million trials are refused before any is looked at", () => {
  let looks = 0;
  const trap = new Proxy(
    {},
    {
      get: () => {
        looks += 1;
        return undefined;
      },
    },
  );
  const trials = Array.from({ length: 1_000_000 }, () => trap);
  expect(messageOf({ ...realisticResult({ seed: 1, repeats: 1 }), trials })).toContain("at most 6000 trials");
  expect(looks).toBe(0);
});
