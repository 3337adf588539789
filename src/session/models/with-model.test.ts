// What lanes are asked to prepare has its model, or there is a reason in words.
import { expect, test } from "vitest";
import { exampleText } from "../../workloads/custom/examples.ts";
import { modelRefusal, withModel } from "./with-model.ts";

const nowhere = `sha256:${"0".repeat(64)}`;

test("a workload that refers to a model gets it, and others stay as they are", async () => {
  const explorer = { kind: "explorer", gridSize: 5, policyLength: 1 } as const;
  expect(await withModel(explorer)).toEqual({ state: "done", value: explorer });
  const own = { kind: "custom", model: "example:a_tmaze_pl2" } as const;
  for (const _ of [1, 2]) {
    expect(await withModel(own)).toEqual({ state: "done", value: { ...own, modelText: exampleText("a_tmaze_pl2") } });
  }
});

test("a model that is not here fails with what to do, before and while lanes are prepared", async () => {
  const answer = await withModel({ kind: "custom", model: nowhere });
  expect(answer.state === "failed" ? answer.reason : "").toContain("open it here");
  expect(await modelRefusal({ workload: "custom", model: nowhere })).toContain("open it here");
  expect(await modelRefusal({ workload: "explorer", model: nowhere })).toBeNull();
  expect(await modelRefusal({ workload: "custom" })).toBeNull();
});
