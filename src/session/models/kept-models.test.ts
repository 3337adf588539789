// A model keeps the name of its file, and a name that two models share tells neither.
import { expect, test } from "vitest";
import { keepModel, keptModelNames } from "./kept-models.ts";

test("a model is called as its file calls it, also when it is met again without a name", async () => {
  await keepModel("a".repeat(64), "{}", 0, "forager");
  await keepModel("a".repeat(64), "{}", 1);
  await keepModel("b".repeat(64), "{}", 2);
  expect(await keptModelNames()).toEqual(new Map([["a".repeat(64), "forager"]]));
});

test("a name that two models share is no name", async () => {
  await keepModel("c".repeat(64), "{}", 0, "agent");
  await keepModel("d".repeat(64), "{}", 1, "agent");
  expect([...(await keptModelNames()).values()]).not.toContain("agent");
});
