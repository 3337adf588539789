// Which facts decide whether two results may be compared: binding ones, unless allowed; noted and incidental ones do not.
import { expect, test } from "vitest";
import { incidental, noted, same } from "./fact.ts";
import { compareFingerprints, factDifferences, withAllowed } from "./fingerprint.ts";

const here = [same("CPUs", "4"), noted("release", "3.12.1"), incidental("host", "a")];
const there = [same("CPUs", "8"), noted("release", "3.12.2"), incidental("host", "b")];

test("a binding fact that differs makes results not comparable; noted and incidental ones do not", () => {
  expect(compareFingerprints(here, there)).toEqual({ state: "different", differences: ["CPUs: 4 against 8"] });
  expect(compareFingerprints(here.slice(1), there.slice(1))).toEqual({ state: "comparable", unknown: [] });
});

test("noted differences are told, incidental ones are not", () => {
  expect(factDifferences(here, there)).toEqual([
    { name: "CPUs", was: "4", is: "8", text: "CPUs: 4 against 8", weight: "binding" },
    {
      name: "release",
      was: "3.12.1",
      is: "3.12.2",
      text: "release: 3.12.1 against 3.12.2",
      weight: "noted",
    },
  ]);
});

test("an allowed fact is noted, on one side or both", () => {
  const allowed = new Set(["CPUs"]);
  expect(compareFingerprints(withAllowed(here, allowed), withAllowed(there, allowed)).state).toBe("comparable");
  expect(factDifferences(withAllowed(here, allowed), there)[0]?.weight).toBe("binding");
});

test("what only one side records is listed where it binds", () => {
  expect(compareFingerprints(here, [])).toEqual({
    state: "comparable",
    unknown: ["CPUs is not recorded in the current result"],
  });
});
