// Results of one name are told apart; others keep their name alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { namesApart } from "./names-apart.ts";

interface About {
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly createdAt?: string;
  readonly points?: readonly number[];
}

function entry({ id, name = "explorer, pool", description = "explorer · pool · saturated", ...rest }: About) {
  const facts = { scenario: "scaling", settings: {}, browser: "Chromium 156", platform: "Linux", samples: 3, bytes: 9 };
  return { ...facts, id, name, description, createdAt: "2026-11-25T09:00:00.000Z", points: [1, 5], ...rest };
}

function apart(...entries: readonly About[]): Record<string, string> {
  return Object.fromEntries(namesApart(entries.map(entry)));
}

test("a name that nobody shares needs nothing more", () => {
  expect(apart({ id: "a" }, { id: "b", name: "other" })).toEqual({});
});

test("what differs in the settings follows the name, and what the name says already is left out", () => {
  const paced = "explorer · pool · paced at 20 op/s";
  expect(apart({ id: "a" }, { id: "b", description: paced })).toEqual({ a: "saturated", b: "paced at 20 op/s" });
});

test("two runs of one minute with the same settings differ by their seconds", () => {
  const times = apart(
    { id: "a", createdAt: "2026-11-25T09:00:07.000Z" },
    { id: "b", createdAt: "2026-11-25T09:00:41.000Z" },
  );
  expect(times["a"]).toMatch(/:07$/);
  expect(times["b"]).toMatch(/:41$/);
});

test("runs of several days carry the day too", () => {
  const times = apart({ id: "a" }, { id: "b", createdAt: "2026-11-27T09:00:00.000Z" });
  expect(times["b"]).toMatch(/27 Nov 2026, \d\d:00:00/);
});

test("where only the points differ, they are named", () => {
  expect(apart({ id: "a" }, { id: "b", points: [1, 2] })).toEqual({ a: "1, 5", b: "1, 2" });
  expect(apart({ id: "a" }, { id: "b", points: [1, 2, 3, 4, 5] })["b"]).toBe("5 rows to 5");
});

test("nothing leaves two results of one name alike, whatever they hold", () => {
  const about = fc.record({
    name: fc.constantFrom("x", "y"),
    description: fc.constantFrom("a · b", "a · c", "a", "", "b · a"),
    createdAt: fc.constantFrom("2026-11-25T09:00:07.000Z", "2026-11-25T09:00:41.000Z", "2026-11-26T09:00:07.000Z", "?"),
    points: fc.constantFrom([], [1], [1, 2, 3, 4, 5], [1, 2, 3, 9, 5]),
  });
  fc.assert(
    fc.property(fc.array(about, { maxLength: 12 }), (all) => {
      const entries = all.map((one, n) => entry({ ...one, id: String(n) }));
      const names = namesApart(entries);
      const full = entries.map(({ id, name }) => `${name}, ${names.get(id) ?? ""}`);
      expect(new Set(full).size).toBe(entries.length);
    }),
  );
});
