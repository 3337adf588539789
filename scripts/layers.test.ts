// The layers hold: what crosses them fails lint or types in a copy of the configuration, and what does not passes.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

// Each test starts a tool, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL("..", import.meta.url));
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
  });
  return { status, output: `${stdout}${stderr}` };
}

function lint(path: string) {
  return run("oxlint", ["--type-aware", "--deny-warnings", "--format", "unix", path]);
}

const importing = (from: string): string => `import { thing } from "${from}";\nexport const same = thing;`;

beforeAll(() => {
  const configurations = readdirSync(root).filter((name) => name === ".oxlintrc.json" || /^tsconfig.*json$/.test(name));
  for (const name of configurations) cpSync(join(root, name), join(house, name));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "dir");
  for (const path of [
    "app/thing.ts",
    "results/thing.ts",
    "statistics/thing.ts",
    "pages/capacity/thing.ts",
    "capacity/thing.ts",
  ]) {
    put(`src/${path}`, "export const thing = 1;");
  }
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test.each([
  ["the engine imports the app", "src/inference/v.ts", importing("../app/thing.ts"), "no-restricted-imports"],
  ["the engine imports statistics", "src/inference/v.ts", importing("../statistics/thing.ts"), "no-restricted-imports"],
  [
    "the engine hands on the app",
    "src/inference/v.ts",
    'export { thing } from "../app/thing.ts";',
    "no-restricted-imports",
  ],
  [
    "the engine loads the app late",
    "src/inference/v.ts",
    'export const late = async (): Promise<unknown> => import("../app/thing.ts");',
    "no-restricted-imports",
  ],
  [
    "the engine imports React",
    "src/inference/v.ts",
    'import { useState } from "react";\nexport const use = useState;',
    "no-restricted-imports",
  ],
  [
    "the engine draws its own chance",
    "src/inference/v.ts",
    "export const chance = Math.random();",
    "no-restricted-properties",
  ],
  ["the engine reads the clock", "src/inference/v.ts", "export const now = Date.now();", "no-restricted-globals"],
  [
    "measurement reads the clock",
    "src/measurement/v.ts",
    "export const now = performance.now();",
    "no-restricted-globals",
  ],
  ["measurement imports results", "src/measurement/v.ts", importing("../results/thing.ts"), "no-restricted-imports"],
  [
    "a worker imports the app",
    "src/measurement/workers/v.ts",
    importing("../../app/thing.ts"),
    "no-restricted-imports",
  ],
  ["results import the app", "src/results/v.ts", importing("../app/thing.ts"), "no-restricted-imports"],
  ["shared components import results", "src/ui/v.tsx", importing("../results/thing.ts"), "no-restricted-imports"],
  [
    "a page imports another page",
    "src/pages/benchmark/v.tsx",
    importing("../capacity/thing.ts"),
    "no-restricted-imports",
  ],
  [
    "a page's folder imports another page",
    "src/pages/benchmark/charts/v.ts",
    importing("../../capacity/thing.ts"),
    "no-restricted-imports",
  ],
  [
    "a page imports another by the long way",
    "src/pages/benchmark/v.ts",
    importing("../../pages/capacity/thing.ts"),
    "no-restricted-imports",
  ],
])("lint refuses that %s", (_, path, text, rule) => {
  put(path, text);
  const { status, output } = lint(path);
  rmSync(join(house, path));
  expect(output).toContain(rule);
  expect(output).toContain(path);
  expect(status).not.toBe(0);
});

test.each([
  ["the engine by itself", "src/inference/clean.ts", "export const half = (x: number): number => x / 2;"],
  ["scaling on statistics", "src/scaling/clean.ts", importing("../statistics/thing.ts")],
  ["a worker's clock", "src/measurement/workers/clean.ts", "export const now = (): number => performance.now();"],
  ["a page on capacity, the layer", "src/pages/benchmark/clean.ts", importing("../../capacity/thing.ts")],
  ["a page's folder on that layer", "src/pages/benchmark/charts/clean.ts", importing("../../../capacity/thing.ts")],
  ["a page on the app", "src/pages/benchmark/clean.ts", importing("../../app/thing.ts")],
  ["the app on a page", "src/app/clean.ts", importing("../pages/capacity/thing.ts")],
])("lint allows %s", (_, path, text) => {
  put(path, text);
  const { status, output } = lint(path);
  rmSync(join(house, path));
  expect({ status, output }).toMatchObject({ status: 0 });
});

test("types of the pure layers know no page, and pass without it", () => {
  put("src/inference/clean.ts", "export const half = (x: number): number => x / 2;");
  expect(run("tsc", ["-p", "tsconfig.pure.json"])).toEqual({ status: 0, output: "" });
  put("src/measurement/titled.ts", "export const title = (): string => document.title;");
  const { status, output } = run("tsc", ["-p", "tsconfig.pure.json"]);
  expect(status).not.toBe(0);
  expect(output).toContain("src/measurement/titled.ts");
  expect(output).toContain("Cannot find name 'document'");
});

test("every pure layer is among those whose types are checked without a page", () => {
  const pure = readFileSync(join(root, "tsconfig.pure.json"), "utf8");
  for (const layer of ["inference", "workloads", "statistics", "scaling", "capacity", "regression", "measurement"]) {
    expect(pure).toContain(`"src/${layer}"`);
  }
});
