// The image of a fleet's machines: its grammar by the parser of Docker's own editor, and the rules that keep it the same and safe.
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { containerfile, containerIgnore } from "./containerfile.ts";
import { containerfileProblems } from "./fixtures/containerfile-rules.ts";

const text = containerfile();

test("it keeps the grammar and every rule", () => {
  expect(containerfileProblems(text)).toEqual([]);
});

test.each<readonly [string, (text: string) => string, string]>([
  ["an instruction that is none", (t) => t.replace("WORKDIR", "WORKDIRR"), "line "],
  ["a flag that is none", (t) => t.replace("COPY --chown=node:node . .", "COPY --chwn=node . ."), "line "],
  ["a list that is cut", (t) => t.replace('"scripts/bench.mjs"]', '"scripts/bench.mjs"'), "ENTRYPOINT must be a list"],
  ["the newest base", (t) => t.replace(/node:[\w.-]+/, "node:latest"), "latest is another image"],
  ["a base without a tag", (t) => t.replace(/node:[\w.-]+/, "node"), "must be named by digest"],
  ["a base by its major version", (t) => t.replace(/node:[\w.-]+/, "node:22"), "must be named by digest"],
  ["no word on the base", (t) => t.replace("# The base is named by version", "# It"), "needs a comment"],
  ["no user", (t) => t.replace("USER node\n", ""), "without rights"],
  ["root", (t) => t.replace("USER node", "USER root"), "without rights"],
  ["root by number, at the end", (t) => t.replace("ENTRYPOINT", "USER 0:0\nENTRYPOINT"), "without rights"],
  ["lists of apt that stay", (t) => t.replace(/ \\\n {2}&& rm -rf .*/, ""), "lists of apt"],
  ["whatever apt recommends", (t) => t.replace(" --no-install-recommends", ""), "only what is named"],
  ["packages that nobody named", (t) => t.replace("npm ci", "npm install"), "npm ci takes"],
  ["ADD", (t) => t.replace("COPY --chown=node:node . .", "ADD . ."), "COPY does no more"],
  [
    "a shell as the first process",
    (t) => t.replace(/ENTRYPOINT .*/, "ENTRYPOINT node scripts/bench.mjs"),
    "must be a list",
  ],
  ["nothing to start", (t) => t.replace(/ENTRYPOINT .*\n/, ""), "ENTRYPOINT is missing"],
])("%s is found", (_, change, problem) => {
  const broken = change(text);
  expect(broken).not.toBe(text);
  expect(containerfileProblems(broken).join("; ")).toContain(problem);
});

test("what it starts and copies is there, and what it must not copy is left out", () => {
  for (const path of ["scripts/bench.mjs", "scripts/merge.mjs", "package.json", "package-lock.json"]) {
    expect(text).toContain(path);
    expect(existsSync(new URL(`../../${path}`, import.meta.url))).toBe(true);
  }
  for (const name of ["node_modules", ".git", ".cache"]) expect(containerIgnore().split("\n")).toContain(name);
});
