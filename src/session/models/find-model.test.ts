// A model is found wherever it may be, and one whose hash does not fit is never run.
import { expect, test } from "vitest";
import { exampleText } from "../../workloads/custom/examples.ts";
import { hashOf, referenceTo } from "../../workloads/custom/identity.ts";
import { packModel } from "../../workloads/custom/packing.ts";
import { ownReference, withoutModel } from "../../workloads/model-reference.ts";
import { findModel } from "./find-model.ts";

const text = exampleText("b_grid5_pl3_noisy");
const nowhere = async () => null;

test("an example, and a model that its link carries, need nothing of this browser", async () => {
  expect(await findModel("example:b_grid5_pl3_noisy", nowhere)).toEqual({ state: "found", text });
  expect(await findModel(referenceTo(text), nowhere)).toEqual({ state: "found", text });
});

test("a model by its hash is the one that was given here, and else is asked for", async () => {
  const reference = withoutModel(referenceTo(text));
  expect(await findModel(reference, async (hash) => (hash === hashOf(text) ? text : null))).toEqual({
    state: "found",
    text,
  });
  const missing = await findModel(reference, nowhere);
  expect(missing.state === "missing" ? missing.message : "").toContain(
    "Ask whoever sent the link for the model's file",
  );
  expect(missing).toMatchObject({
    state: "missing",
    hash: hashOf(text),
  });
});

test("a model that is not the one of its hash is refused, from a link and from this browser", async () => {
  const other = hashOf(exampleText("a_tmaze_pl2"));
  const changed = await findModel(ownReference(other, packModel(text)), nowhere);
  expect(changed.state === "refused" ? changed.problems.join(" ") : "").toContain("not the one that its hash names");
  expect((await findModel(ownReference(other, null), async () => text)).state).toBe("refused");
});

test("a damaged link, and one that holds no model, are refused in words", async () => {
  const cut = referenceTo(text).slice(0, -50);
  expect((await findModel(cut, nowhere)).state).toBe("refused");
  const junk = ownReference(hashOf("{}"), packModel("{}"));
  const holdsNone = await findModel(junk, nowhere);
  expect(holdsNone.state === "refused" ? holdsNone.problems.join(" ") : "").toContain('"schema"');
});
