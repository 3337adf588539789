// The published tuning environment: what the reference says, and everywhere the same.
import { expect, test } from "vitest";
import { publishedText } from "../../results/fixtures/files.ts";
import { composeFile } from "../files/compose.ts";
import { equalInput } from "../files/fixtures/inputs.ts";
import { publishedTuning } from "./published-tuning.ts";
import { tuningConfigMap } from "../files/kubernetes/tuning-config-map.ts";

test("what is held here is what the shipped reference says", () => {
  const reference: unknown = JSON.parse(publishedText);
  expect(reference).toMatchObject({ tuningEnvironment: publishedTuning });
});

test("ConfigMap and Compose file hold all of it", () => {
  expect(tuningConfigMap(equalInput).data).toEqual(publishedTuning);
  expect(composeFile(equalInput).services["fleet-n16"]?.environment).toEqual({
    AGENTS_PER_PROCESS: "16",
    ...publishedTuning,
  });
});
