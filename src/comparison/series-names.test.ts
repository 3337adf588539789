// What results are called beside each other: named by a person, by what differs, or by when they were measured.
import { expect, test } from "vitest";
import { experimentOf } from "../results/experiment.ts";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import type { Result } from "../results/format/result.ts";
import { referenceSeries } from "../results/references/reference.ts";
import { formatInstant } from "../words/format.ts";
import { formatClock } from "../words/format-clock.ts";
import type { Compared } from "./compared.ts";
import { seriesNames } from "./series-names.ts";

const result = realisticResult({ seed: 3, repeats: 1 });
const other = (change: Partial<Result>): Result => ({ ...result, ...change });
const withSettings = (settings: Result["settings"]): Result => other({ settings: { ...result.settings, ...settings } });

/** Called as the library calls it until somebody names it. */
function unnamed(own: Result): Compared {
  return { kind: "result", name: experimentOf(own).name, result: own };
}
const named = (name: string, own: Result = result): Compared => ({ kind: "result", name, result: own });

test("a setting that differs is the name, in the words of its form", () => {
  expect(seriesNames([unnamed(withSettings({ transport: "message" })), unnamed(result)])).toEqual([
    "messages between workers",
    "shared memory",
  ]);
  expect(
    seriesNames([unnamed(withSettings({ topology: "none" })), unnamed(withSettings({ topology: "ring" }))]),
  ).toEqual(["topology none", "ring"]);
  expect(seriesNames([unnamed(result), unnamed(withSettings({ gridSize: 5 }))])).toEqual(["grid 10×10", "grid 5×5"]);
});

test("two settings are the name where one does not tell all apart", () => {
  const [pool, lone] = ["pool", "single-lane"].map((placement) => ({ placement }));
  expect(
    seriesNames([
      unnamed(withSettings({ ...pool, topology: "ring" })),
      unnamed(withSettings({ ...lone, topology: "ring" })),
      unnamed(withSettings({ ...lone, topology: "star" })),
    ]),
  ).toEqual(["pool, ring", "single-lane, ring", "single-lane, star"]);
});

test("where settings are equal, the environment or the time tells", () => {
  const firefox = other({ environment: { ...result.environment, browser: "Firefox 150" } });
  expect(seriesNames([unnamed(result), unnamed(firefox)])).toEqual([result.environment.browser, "Firefox 150"]);
  const [early, late] = ["2026-01-01T08:00:00.000Z", "2026-01-02T08:00:00.000Z"];
  expect(seriesNames([unnamed(other({ createdAt: early })), unnamed(other({ createdAt: late }))])).toEqual([
    formatInstant(early),
    formatInstant(late),
  ]);
});

test("what differs does not tell twins apart, which the time then does", () => {
  const lone = withSettings({ placement: "single-lane" });
  const [first, second] = ["2026-01-01T08:00:00.000Z", "2026-01-02T08:00:00.000Z"].map((createdAt) => ({
    ...result,
    createdAt,
  }));
  expect(seriesNames([unnamed(first!), unnamed(second!), unnamed(lone)])).toEqual([
    `pool, ${formatInstant(first!.createdAt)}`,
    `pool, ${formatInstant(second!.createdAt)}`,
    "single-lane",
  ]);
});

test("a name that a person gave stays, unless another result has it too", () => {
  const lone = withSettings({ placement: "single-lane" });
  expect(seriesNames([named("before"), unnamed(lone)])).toEqual(["before", "single-lane"]);
  expect(seriesNames([named("nightly"), named("nightly", lone)])).toEqual(["pool", "single-lane"]);
});

test("twins of one minute are told apart by their seconds, and copies by a number", () => {
  const [first, second] = ["2026-01-01T08:00:01.000Z", "2026-01-01T08:00:31.000Z"];
  expect(seriesNames([unnamed(other({ createdAt: first })), unnamed(other({ createdAt: second }))])).toEqual([
    formatClock(first, true),
    formatClock(second, true),
  ]);
  const names = seriesNames([named("nightly"), named("nightly")]);
  expect(names[1]).toBe(`${names[0]}, no. 2`);
});

test("another scenario is the name, and references keep theirs", () => {
  const single = unnamed(realisticSingleAgent({ seed: 1 }));
  expect(seriesNames([unnamed(result), single])).toEqual(["scaling", "single agent"]);
  const series = referenceSeries({ id: "p", title: "Published", provenance: "published", provenanceText: "a paper." }, [
    { agents: 1, opsPerSecond: 20 },
  ]);
  const reference: Compared = { kind: "reference", name: "Published", series };
  expect(seriesNames([reference, unnamed(result)])).toEqual(["Published", formatInstant(result.createdAt)]);
});
