// The examples are the recorded models of pymdp, entry by entry, and the nine whose step times are known.
import { describe, expect, test } from "vitest";
import reference from "../../../public/reference/pymdp-threads.json";
import { parsePymdpTrace, specOfTrace } from "../../inference/oracle/pymdp-trace.ts";
import { buildModel } from "../../inference/model.ts";
import { EXAMPLE_MODELS, type ExampleModel } from "../model-reference.ts";
import { exampleModel, exampleText } from "./examples.ts";
import { hashOf } from "./identity.ts";
import { readModel } from "./read-model.ts";
import { writeModel } from "./write-model.ts";

const traces = import.meta.glob<unknown>("../../inference/fixtures/pymdp-traces/*.json", {
  eager: true,
  import: "default",
});

function recorded(name: ExampleModel) {
  const file = traces[`../../inference/fixtures/pymdp-traces/${name}.json`];
  return specOfTrace(parsePymdpTrace(file ?? expect.fail(`no recording ${name}`)));
}

test("they are those whose step times of pymdp are known", () => {
  expect(Object.keys(reference.stepMs).filter((name) => name !== "note")).toEqual([...EXAMPLE_MODELS]);
});

test.each(["a_tmaze_pl2", "b_grid5_pl1_noisy", "b_grid5_pl3_det", "c_grid10_pl2_det", "d_grid10x4_pl1"] as const)(
  "%s is the recorded model",
  (name) => {
    expect(buildModel(exampleModel(name).spec)).toEqual(buildModel(recorded(name)));
  },
);

test("those without a recording are recorded ones, planned further or seen without the condition", () => {
  expect(exampleModel("b_grid5_pl1_det").spec).toEqual({ ...exampleModel("b_grid5_pl3_det").spec, policyLength: 1 });
  expect(exampleModel("b_grid5_pl3_noisy").spec).toEqual({
    ...exampleModel("b_grid5_pl1_noisy").spec,
    policyLength: 3,
  });
  expect(exampleModel("d_grid10x4_pl2").spec).toEqual({ ...exampleModel("d_grid10x4_pl1").spec, policyLength: 2 });
  const { A: position, B: moves } = exampleModel("c_grid10_pl2_noisy").spec;
  const two = recorded("d_grid10x4_pl1");
  expect(position[0]?.data).toEqual(
    Float64Array.from({ length: 10_000 }, (_, i) => two.A[0]?.data[i * 4] ?? Number.NaN),
  );
  expect(moves[0]?.data).toEqual(Float64Array.from(two.B[0]?.data ?? []));
});

/** An address names an example without its hash, so its model must never change. */
const hashes: Readonly<Record<ExampleModel, string>> = {
  a_tmaze_pl2: "0963135a3d9e1411",
  b_grid5_pl1_det: "ad5efdbba7c3e698",
  b_grid5_pl1_noisy: "de2b779018fcc9e3",
  b_grid5_pl3_det: "3ae39b9248c39137",
  b_grid5_pl3_noisy: "ab1c761ebd7f86d4",
  c_grid10_pl2_det: "e99621d7e0ac2020",
  c_grid10_pl2_noisy: "e3d5bfa40544a256",
  d_grid10x4_pl1: "c151cc9cf00c0dac",
  d_grid10x4_pl2: "a31edb2569c446c0",
};

describe.each(EXAMPLE_MODELS)("%s", (name) => {
  test("has the model that it always had", () => {
    expect(hashOf(exampleText(name)).slice(0, 16)).toBe(hashes[name]);
  });

  test("is read from its own text as the same model, without a remark", () => {
    const read = readModel(JSON.parse(exampleText(name)));
    if (read.state === "refused") return expect.fail(read.problems.join(" "));
    expect(read.remarks).toEqual([]);
    expect(writeModel(read.model)).toBe(exampleText(name));
    expect(buildModel(read.model.spec)).toEqual(buildModel(exampleModel(name).spec));
  });
});
