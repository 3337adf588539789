// The layers hold: in a copy of the configuration, whatever the table of layers does not allow is refused, and what it allows passes.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../lib/root.mjs";
import { allowedOf, deniedOf } from "./rules.mjs";
import { rooms } from "./table.mjs";

const house = mkdtempSync(join(tmpdir(), "headroom-layers-"));

function put(path: string, text: string): void {
  const to = join(house, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${text}\n`);
}

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(house, "node_modules", ".bin", program), args, {
    cwd: house,
    encoding: "utf8",
    maxBuffer: 200_000_000,
  });
  return { status, output: `${stdout}${stderr}` };
}

/** @returns which files lint refuses, with the rules it names */
function refusals(): Map<string, string> {
  const { output } = run("oxlint", ["--format", "unix", "src", "scripts", "e2e"]);
  const found = new Map<string, string>();
  for (const line of output.split("\n")) {
    const [, file, message] = /^([^:]+):\d+:\d+: (.*)$/.exec(line) ?? [];
    if (file !== undefined && message !== undefined) found.set(file, `${found.get(file) ?? ""}${message}\n`);
  }
  return found;
}

const importing = (from: string): string => `import { thing } from "${from}";\nexport const same = thing;`;
const handingOn = (from: string): string => `export { thing } from "${from}";`;
const loadingLate = (from: string): string => `export const late = async () => import("${from}");`;
const forms = { importing, "handing-on": handingOn, "loading-late": loadingLate };

const thingOf = (room: string): string => `${room}/thing.ts`;

function specifier(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** One file for each pair of rooms, and how it should fare. */
interface Crossing {
  readonly path: string;
  readonly isAllowed: boolean;
}

function putCrossings(): Crossing[] {
  return rooms.flatMap((room) => {
    const { above, undeclared } = deniedOf(room);
    const crossings = [
      ...allowedOf(room).map((to: string) => ({ to, isAllowed: true })),
      ...[...above, ...undeclared].map((to: string) => ({ to, isAllowed: false })),
    ];
    return crossings.flatMap(({ to, isAllowed }) =>
      Object.entries(forms).map(([name, write]) => {
        const path = `${room.path}/${isAllowed ? "may" : "may-not"}-${to.replaceAll("/", "-")}-by-${name}.ts`;
        put(path, write(specifier(room.path, thingOf(to))));
        return { path, isAllowed };
      }),
    );
  });
}

let crossings: Crossing[] = [];
let refused = new Map<string, string>();

beforeAll(() => {
  const configurations = readdirSync(root).filter((name) => name === ".oxlintrc.json" || /^tsconfig.*json$/.test(name));
  for (const name of configurations) cpSync(join(root, name), join(house, name));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "dir");
  for (const { path } of rooms) put(thingOf(path), "export const thing = 1;");
  crossings = putCrossings();
  const pure = rooms.filter((room) => room.pure === true);
  for (const { path, except = [] } of pure) {
    put(`${path}/v-react.ts`, 'import { useState } from "react";\nexport const use = useState;');
    put(`${path}/v-chance.ts`, "export const chance = Math.random();");
    put(`${path}/v-clock.ts`, "export const now = performance.now();");
    if (!except.includes("Date")) put(`${path}/v-date.ts`, "export const now = Date.now();");
  }
  for (const { path } of rooms.filter((room) => room.path.startsWith("src/"))) {
    const up = relative(path, "src");
    put(`${path}/v-long-way.ts`, importing(`${up}/pages/../statistics/thing.ts`));
    put(`${path}/v-longer-way.ts`, importing(`${up}/../src/statistics/thing.ts`));
    put(`${path}/v-fixture.ts`, importing("./fixtures/thing.ts"));
  }
  refused = refusals();
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("every arrow that the table does not allow is refused, however it is written", () => {
  const denied = crossings.filter(({ isAllowed }) => !isAllowed).map(({ path }) => path);
  expect(denied.length).toBeGreaterThan(1_000);
  expect(denied.filter((path) => !refused.get(path)?.includes("no-restricted-imports"))).toEqual([]);
});

test("every arrow that the table allows passes", () => {
  const allowed = crossings.filter(({ isAllowed }) => isAllowed).map(({ path }) => path);
  expect(allowed.filter((path) => refused.get(path)?.includes("no-restricted-imports"))).toEqual([]);
});

test("a way round through other folders is refused, and so are fixtures in the app", () => {
  const ways = rooms
    .filter(({ path }) => path.startsWith("src/"))
    .flatMap(({ path }) => ["v-long-way", "v-longer-way", "v-fixture"].map((name) => `${path}/${name}.ts`));
  expect(ways.filter((path) => !refused.get(path)?.includes("no-restricted-imports"))).toEqual([]);
});

test("a pure room that takes React, chance or a clock for itself is refused", () => {
  const missing = rooms
    .filter((room) => room.pure === true)
    .flatMap(({ path, except = [] }) => [
      [`${path}/v-react.ts`, "no-restricted-imports"],
      [`${path}/v-chance.ts`, "no-restricted-properties"],
      [`${path}/v-clock.ts`, "no-restricted-globals"],
      ...(except.includes("Date") ? [] : [[`${path}/v-date.ts`, "no-restricted-globals"]]),
    ])
    .filter(([path = "", rule = ""]) => !refused.get(path)?.includes(rule));
  expect(missing).toEqual([]);
});

test("a refused import says where the thing belongs", () => {
  const { output } = run("oxlint", ["src/laws/may-not-src-app-by-importing.ts"]);
  expect(output.replaceAll(/\s+/g, " ")).toContain("lies above src/laws, which may import: src/statistics");
  expect(output).toContain("let the caller pass it in");
});

test("types of the pure rooms know no page, and pass without it", () => {
  for (const path of ["src", "scripts", "e2e"]) rmSync(join(house, path), { recursive: true });
  put("src/inference/clean.ts", "export const half = (x: number): number => x / 2;");
  expect(run("tsc", ["-p", "tsconfig.pure.json"])).toEqual({ status: 0, output: "" });
  const pure = rooms.filter((room) => room.pure === true);
  for (const { path } of pure) put(`${path}/titled.ts`, "export const title = (): string => document.title;");
  const { status, output } = run("tsc", ["-p", "tsconfig.pure.json"]);
  expect(status).not.toBe(0);
  for (const { path } of pure) expect(output).toContain(`${path}/titled.ts`);
});
