// A title of a model by its hash becomes its name where the name is known, and stays where it is not.
import { expect, test } from "vitest";
import { modelTitle, ownReference, withModelNames } from "./model-reference.ts";

const [hash, other] = ["3fa4b2c1d5e6".padEnd(64, "0"), "a".repeat(64)];

test("a model whose name is known is called by it, wherever in a text it stands", () => {
  const title = modelTitle(ownReference(hash, null));
  const text = `${title} · pool · ${modelTitle(ownReference(other, null))}`;
  expect(withModelNames(text, new Map([[hash, "forager $1"]]))).toBe(
    "own model forager $1 · pool · own model aaaaaaaaaaaa",
  );
  expect(withModelNames(text, new Map())).toBe(text);
});

test("what is no title of a hash stays as it is", () => {
  const text = "own model b_grid5_pl1_noisy, own model 3fa4b2c1d5e6f, my own model 3fa4";
  expect(withModelNames(text, new Map([[hash, "forager"]]))).toBe(text);
});
