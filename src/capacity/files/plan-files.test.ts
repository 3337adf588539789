// The list of files has each kind once, with a name of its own, and the same plan gives the same text.
import { expect, test } from "vitest";
import { equalInput } from "./fixtures/inputs.ts";
import { PLAN_FILE_KINDS, planFileAbout } from "./plan-file-kinds.ts";
import { planFile, planFiles } from "./plan-files.ts";

test("every kind once, under its own name and label", () => {
  const files = [...planFiles(equalInput)];
  expect(files.map(({ kind }) => kind)).toEqual(PLAN_FILE_KINDS);
  expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
  expect(new Set(files.map(({ label }) => label)).size).toBe(files.length);
  for (const file of files) {
    expect(file).toMatchObject(planFileAbout(file.kind, "fleet"));
    expect(file.text.length).toBeGreaterThan(100);
    expect(file.text.endsWith("\n")).toBe(true);
  }
});

test("the same input makes the same file", () => {
  for (const kind of PLAN_FILE_KINDS) expect(planFile(kind, equalInput)).toEqual(planFile(kind, equalInput));
});

test("every file says from which curve it came", () => {
  for (const { text } of planFiles(equalInput)) expect(text).toContain("explorer 10×10, pool");
});
