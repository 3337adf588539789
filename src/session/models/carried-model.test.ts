// A result's link has its model beside it, and where it arrives the same model is kept.
import { expect, test } from "vitest";
import { exampleText } from "../../workloads/custom/examples.ts";
import { hashOf, referenceTo } from "../../workloads/custom/identity.ts";
import { keepCarried, modelSuffix } from "./carried-model.ts";
import { keepModel, keptModel } from "./kept-models.ts";

const text = exampleText("c_grid10_pl2_det");
const hash = hashOf(text);

test("only a result of an own model that is here has it beside its link", async () => {
  const settings = { workload: "custom", model: `sha256:${hash}` };
  expect(await modelSuffix(settings)).toBe("");
  await keepModel(hash, text, 0);
  expect(await modelSuffix(settings)).toMatch(new RegExp(`^\\?model=sha256:${hash}\\.[\\w-]+$`));
  expect(await modelSuffix({ ...settings, workload: "explorer" })).toBe("");
  expect(await modelSuffix({ workload: "custom", model: "example:c_grid10_pl2_det" })).toBe("");
});

test("a model that came beside a link is kept, and one of another hash is not", async () => {
  await keepModel(hash, text, 0);
  const suffix = await modelSuffix({ workload: "custom", model: `sha256:${hash}` });
  const other = hashOf(exampleText("a_tmaze_pl2"));
  await keepCarried(suffix.replace("?model=", "").replace(hash, other));
  expect(await keptModel(other)).toBeNull();
  const arrived = exampleText("d_grid10x4_pl1");
  expect(await keptModel(hashOf(arrived))).toBeNull();
  await keepCarried(referenceTo(arrived));
  expect(await keptModel(hashOf(arrived))).toBe(arrived);
});
