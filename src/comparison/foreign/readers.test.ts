// The documentation names every kind of file that is read, and no other.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FOREIGN_READERS } from "./readers.ts";
import { ALLOWABLE_FACTS } from "../allowed-facts.ts";

const page = readFileSync(new URL("../../../docs/files.md", import.meta.url), "utf8");

test("docs/files.md has one row for each reader, in its order", () => {
  const kinds = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, kind]) => kind);
  expect(kinds).toEqual(FOREIGN_READERS.map(({ kind }) => kind));
});

test("docs/files.md names every fact that may be allowed", () => {
  for (const fact of ALLOWABLE_FACTS) expect(page).toContain(fact);
});
