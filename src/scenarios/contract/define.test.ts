// Settings from files: what older ones lack has a meaning where the scenario says so, and is refused where it does not.
import { expect, test } from "vitest";
import { search } from "../search/search.ts";

test("a setting that was added later may be missing, and means what was measured before", () => {
  const { crashPercent: _, ...older } = search.defaults;
  const reading = search.configure(older);
  expect(reading.state === "read" ? reading.value.settings["crashPercent"] : null).toBe(0);
});

test("any other missing setting is named", () => {
  const { episodes: _, ...cut } = search.defaults;
  const reading = search.configure(cut);
  expect(reading.state === "refused" ? reading.message : "").toContain('The setting "episodes" is wrong.');
});
