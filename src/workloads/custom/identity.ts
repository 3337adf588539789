// What a model is known by: the hash of its one text, and how it is referred to.
import { strToU8 } from "fflate";
import { type ExampleModel, ownReference } from "../model-reference.ts";
import { packModel } from "./packing.ts";
import { sha256 } from "./sha256.ts";

/** @param text the canonical text of a model @returns 64 hexadecimal digits */
export function hashOf(text: string): string {
  return sha256(strToU8(text));
}

/** How an address refers to this model: with the model itself, where it is short enough. @param text canonical */
export function referenceTo(text: string): string {
  return ownReference(hashOf(text), packModel(text));
}

/** How an address refers to an example. */
export function referenceToExample(name: ExampleModel): string {
  return `example:${name}`;
}
