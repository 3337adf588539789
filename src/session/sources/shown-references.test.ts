// Which references are drawn: at most five, each once, and nothing changes but what a person switches.
import { expect, test } from "vitest";
import { type Provenance, referenceSeries } from "../../results/references/reference.ts";
import { SHOWN_MOST, shownReferences, switchedTo } from "./shown-references.ts";

function series(id: string, provenance: Provenance = "imported") {
  const about = { id, title: id, provenance, provenanceText: "made up" };
  return referenceSeries(about, [{ agents: 1, opsPerSecond: 20 }]);
}

const shipped = [series("published", "published"), series("threads", "measured-elsewhere")];
const opened = ["a", "b", "c", "d", "e"].map((id) => series(id));
const allOpenedOn = Object.fromEntries(opened.map(({ id }) => [id, true]));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test("published references are drawn until somebody switches them off", () => {
  expect(ids(shownReferences(shipped, [], {}).shown)).toEqual(["published"]);
  expect(ids(shownReferences(shipped, [], { published: false, threads: true }).shown)).toEqual(["threads"]);
});

test("a shipped reference that is opened again stands there once", () => {
  const { available } = shownReferences(shipped, [series("published", "published"), series("a")], {});
  expect(ids(available)).toEqual(["published", "threads", "a"]);
});

test("the sixth finds no room, and what is drawn stays drawn", () => {
  const references = shownReferences(shipped, opened, allOpenedOn);
  expect(ids(references.shown)).toEqual(["published", "a", "b", "c", "d"]);
  expect(references.shown).toHaveLength(SHOWN_MOST);
});

test("room that somebody makes is left to them", () => {
  const full = shownReferences(shipped, opened, allOpenedOn);
  const after = shownReferences(shipped, opened, switchedTo(full, "b", false));
  expect(ids(after.shown)).toEqual(["published", "a", "c", "d"]);
  const chosen = shownReferences(shipped, opened, switchedTo(after, "e", true));
  expect(ids(chosen.shown)).toEqual(["published", "a", "c", "d", "e"]);
});
