// The published document has a live counterpart for every figure, or docs/published.md says why not; its commands exist and take what they are given.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { expect, test } from "vitest";
import { readProfileArguments } from "./commands/profile-arguments.ts";
import { readBenchArguments } from "./commands/bench-arguments.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const textOf = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

/** What the file says of itself, and not of agents. */
const ABOUT_ITSELF: ReadonlySet<string> = new Set(["schema", "title", "lastUpdated", "provenance"]);

const json = v.parse(
  v.record(v.string(), v.unknown()),
  JSON.parse(textOf("public", "reference", "published-reference.json")),
);
const scripts = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(textOf("package.json")),
).scripts;
const document = textOf("docs", "published.md");
const measurements = textOf("docs", "measurements.md");
const router = textOf("src", "app", "router.tsx");

/** Rows of a table, each with its cells, without the head. */
function rowsOf(text: string, heading: string): string[][] {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const rest = lines.slice(from + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

const claims = rowsOf(document, "published");
const covered = claims.flatMap(([published = ""]) => codesIn(published));

/** Paths of all figures, such as "cache.target.speedup"; a list is one figure. */
function pathsOf(value: unknown, path: string): string[] {
  const entries = v.safeParse(v.record(v.string(), v.unknown()), value);
  if (Array.isArray(value) || !entries.success) return [path];
  return Object.entries(entries.output).flatMap(([key, inner]) => pathsOf(inner, path === "" ? key : `${path}.${key}`));
}

test("every figure of the published document is in a row", () => {
  const paths = pathsOf(json, "").filter((path) => !ABOUT_ITSELF.has(path));
  expect(paths.length).toBeGreaterThan(40);
  const without = paths.filter((path) => !covered.some((prefix) => path === prefix || path.startsWith(`${prefix}.`)));
  expect(without).toEqual([]);
});

test("no row is of something that the published document does not have", () => {
  const paths = pathsOf(json, "");
  const unknown = covered.filter((prefix) => !paths.some((path) => path === prefix || path.startsWith(`${prefix}.`)));
  expect(unknown).toEqual([]);
});

test("every optimisation that is recommended is named in a row", () => {
  const areas = v.parse(v.array(v.object({ items: v.array(v.string()) })), json["optimisations"]);
  const named = claims.map(([published = ""]) => published).join(" ");
  const without = areas.flatMap(({ items }) => items).filter((item) => !named.includes(`"${item}"`));
  expect(without).toEqual([]);
});

test.each(claims)("%s (%s) is measured by something that there is", (_published, _says, by = "") => {
  const [command = ""] = codesIn(by);
  if (command.startsWith("npm run bench -- ")) {
    expect(readBenchArguments(command.replace("npm run bench -- ", "").split(" ")).state).toBe("read");
  } else if (command.startsWith("npm run profile -- ")) {
    expect(readProfileArguments(command.replace("npm run profile -- ", "").split(" ")).state).toBe("read");
  } else if (command.startsWith("npm run ")) expect(Object.keys(scripts)).toContain(command.replace("npm run ", ""));
  else expect(router).toContain(`path: "${command.replace("#", "")}"`);
});

test("both published profilers are commands that take what the document says", () => {
  const lines = codesIn(document).filter((code) => code.startsWith("npm run profile -- "));
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines) {
    expect(readProfileArguments(line.replace("npm run profile -- ", "").split(" ")).state).toBe("read");
  }
});

test("what was found is where the rows say", () => {
  const anchors = [...document.matchAll(/measurements\.md#([a-z-]+)/g)].map(([, anchor = ""]) => anchor);
  const headings = [...measurements.matchAll(/^## (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, "")
      .replaceAll(" ", "-"),
  );
  for (const anchor of anchors) expect(headings).toContain(anchor);
});

const targets = rowsOf(document, "target");

test("each published target is an npm script and a make target, and runs what its row says", () => {
  const makefile = textOf("Makefile");
  for (const [cell = "", runs = ""] of targets) {
    const [target = ""] = codesIn(cell);
    const [flags] = codesIn(runs);
    expect(makefile).toMatch(new RegExp(`[ \\t]${target}(?:\\s|$)`, "m"));
    if (flags === undefined) continue;
    expect(scripts[target]).toBe(`node scripts/bench.mjs ${flags}`);
    expect(readBenchArguments(flags.split(" ")).state).toBe("read");
  }
  expect(targets).toHaveLength(11);
});
