// Which run that did not come to its end is told on the page of a question.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { factsOf, type Ending, type LibraryEntry } from "../../results/library/entry.ts";
import { unfinishedOf } from "./unfinished.ts";

const result = realisticResult({ seed: 3, repeats: 1 });

function entry(id: string, ending: Ending, day: number, scenario = "scaling"): LibraryEntry {
  const createdAt = `2026-01-0${day}T08:00:00.000Z`;
  const labels = { name: id, tags: [], pinned: false, savedAt: createdAt, ending };
  return { ...factsOf({ ...result, id, createdAt }, 1), scenario, ...labels, findings: null };
}

test("a run that was cut with its tab is told whatever is asked, until it has gone on", () => {
  const cut = entry("cut", "interrupted", 1);
  expect(unfinishedOf([cut, entry("later", "finished", 2)], ["cut"], "search")?.id).toBe("cut");
  expect(unfinishedOf([{ ...cut, ending: "finished" }], ["cut"], "scaling")).toBeNull();
  expect(unfinishedOf([cut], [], "scaling")).toBeNull();
});

test("a stopped run is told at its own question, while nothing was measured since", () => {
  const stopped = entry("stopped", "stopped", 2);
  expect(unfinishedOf([entry("before", "finished", 1), stopped], [], "scaling")?.id).toBe("stopped");
  expect(unfinishedOf([stopped, entry("given", "imported", 3)], [], "scaling")?.id).toBe("stopped");
  expect(unfinishedOf([stopped], [], "search")).toBeNull();
  expect(unfinishedOf([stopped, entry("later", "finished", 3)], [], "scaling")).toBeNull();
  expect(unfinishedOf([], [], "scaling")).toBeNull();
});
