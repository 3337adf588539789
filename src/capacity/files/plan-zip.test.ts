// The archive of a plan holds every file whole.
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { equalInput } from "./fixtures/inputs.ts";
import { planFiles } from "./plan-files.ts";
import { planZip } from "./plan-zip.ts";

const made = new Date("2027-01-01T00:00:00");

test("every file is in the archive, with its text", () => {
  const held = unzipSync(planZip(equalInput, made));
  const files = [...planFiles(equalInput)];
  const byName = new Map(Object.entries(held).map(([path, bytes]) => [path.split("/").at(-1), strFromU8(bytes)]));
  expect(byName.size).toBe(files.length);
  for (const { fileName, text } of files) expect(byName.get(fileName)).toBe(text);
});

test("the same plan gives the same bytes", () => {
  expect(planZip(equalInput, made)).toEqual(planZip(equalInput, made));
});

test("what is in kubernetes/ can be applied together: only one thing scales", () => {
  const paths = Object.keys(unzipSync(planZip(equalInput, made)));
  const applied = paths.filter((path) => path.startsWith("kubernetes/"));
  expect(applied.map((path) => path.replace(/^.*-|\.yaml$/g, ""))).toEqual([
    "workload",
    "tuning",
    "budget",
    "autoscaler",
  ]);
  expect(paths.some((path) => path.startsWith("keda-instead-of-autoscaler/"))).toBe(true);
});
