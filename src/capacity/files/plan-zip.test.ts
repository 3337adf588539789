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
  expect(Object.keys(held)).toEqual(files.map(({ fileName }) => fileName));
  for (const { fileName, text } of files) expect(strFromU8(held[fileName] ?? new Uint8Array())).toBe(text);
});

test("the same plan gives the same bytes", () => {
  expect(planZip(equalInput, made)).toEqual(planZip(equalInput, made));
});
