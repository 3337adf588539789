// The hash of text is SHA-256, at every length around a block, as another implementation has it.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

function asNode(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("the example of the standard", () => {
  expect(sha256(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("every length up to three blocks, and any bytes", () => {
  for (let length = 0; length <= 192; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
    expect(sha256(bytes), String(length)).toBe(asNode(bytes));
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => sha256(bytes) === asNode(bytes)));
});
