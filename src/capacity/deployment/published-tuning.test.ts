// The published tuning environment: as in the shipped reference, and the same in every file.
import { expect, test } from "vitest";
import { publishedText } from "../../results/fixtures/files.ts";
import { composeFile } from "../files/compose.ts";
import { equalInput } from "../files/fixtures/inputs.ts";
import { publishedTuning } from "./published-tuning.ts";
import { tuningConfigMap } from "../files/kubernetes/tuning-config-map.ts";

test("the variables here are those of the shipped reference", () => {
  const reference: unknown = JSON.parse(publishedText);
  expect(reference).toMatchObject({ tuningEnvironment: publishedTuning });
});

test("the ConfigMap and the Compose file have all of it", () => {
  expect(tuningConfigMap(equalInput).data).toEqual(publishedTuning);
  expect(composeFile(equalInput).services["fleet-n16"]?.environment).toEqual({
    AGENTS_PER_PROCESS: "16",
    ...publishedTuning,
  });
});
