// A packed model comes back as it was, and what a stranger packed is bounded before it is unpacked.
import { deflateSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EXAMPLE_MODELS, ownReference, PACKED_CHARACTERS_MOST, readReference } from "../model-reference.ts";
import { exampleText } from "./examples.ts";
import { hashOf, referenceTo } from "./identity.ts";
import { packModel, unpackModel } from "./packing.ts";

test("any text comes back, and no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      expect(unpackModel(packModel(text) ?? "")).toBe(text);
      const unpacked = unpackModel(text);
      expect(unpacked === null || typeof unpacked === "string").toBe(true);
    }),
  );
});

test("every example is short enough for an address, and is found by its reference again", () => {
  for (const name of EXAMPLE_MODELS) {
    const text = exampleText(name);
    const reference = readReference(referenceTo(text));
    if (reference?.kind !== "own" || reference.packed === null) return expect.fail(`${name} does not fit`);
    expect(unpackModel(reference.packed)).toBe(text);
    expect(reference.hash).toBe(hashOf(text));
  }
});

test("a bomb costs no more than its limit: longer text is refused before it is unpacked, and what unpacks to too much after", () => {
  const bomb = Buffer.from(deflateSync(new Uint8Array(6_100_000).fill(32), { level: 9 })).toString("base64url");
  expect(bomb.length).toBeLessThan(PACKED_CHARACTERS_MOST);
  expect(unpackModel(bomb)).toBeNull();
  expect(unpackModel("A".repeat(PACKED_CHARACTERS_MOST + 1))).toBeNull();
});

test("a changed or cut character is damage", () => {
  const packed = packModel(exampleText("b_grid5_pl1_noisy")) ?? "";
  expect(unpackModel(packed.slice(0, -40))).not.toBe(exampleText("b_grid5_pl1_noisy"));
  expect(unpackModel(`*${packed.slice(1)}`)).toBeNull();
});

test("references are read as they are written, and anything else is none", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(readReference(ownReference(hash, "ab_-9"))).toEqual({ kind: "own", hash, packed: "ab_-9" });
  expect(readReference(ownReference(hash, null))).toEqual({ kind: "own", hash, packed: null });
  expect(readReference(ownReference(hash, "A".repeat(PACKED_CHARACTERS_MOST + 1)))).toEqual({
    kind: "own",
    hash,
    packed: null,
  });
  for (const text of [
    "",
    "example:",
    "example:other",
    "sha256:12",
    `sha256:${hash}.`,
    `sha256:${hash}.a+b`,
    `sha256:${hash.toUpperCase()}`,
  ]) {
    expect(readReference(text), text).toBeNull();
  }
});
