// The declared measures of a result in a link of version 3: bits where they are known ones, else in full.
import type { KeptMeasure } from "../../../scenarios/contract/measure.ts";
import { VERSION_TWO_LIMITS } from "../../format/version-2.ts";
import { isJsonObject } from "../../format/versions.ts";
import type { Json } from "./json.ts";

function isSame(a: KeptMeasure, b: KeptMeasure): boolean {
  return a.id === b.id && a.label === b.label && a.unit === b.unit && a.better === b.better;
}

/** Which of the known measures are declared, as bits; or each by its place, in full where it is not known as declared. */
export function packMeasures(measures: readonly KeptMeasure[], known: readonly KeptMeasure[]): Json {
  const places = measures.map((declared) => known.findIndex((one) => isSame(one, declared)));
  const isInOrder = places.every((place, n) => place > (places[n - 1] ?? -1));
  if (isInOrder) return places.reduce((bits, place) => bits + 2 ** place, 0);
  return measures.map(({ id, label, unit, better }, n) =>
    (places[n] ?? -1) >= 0 ? (places[n] ?? 0) : [id, label, unit, better],
  );
}

function unpackMeasure(packed: unknown, known: readonly KeptMeasure[]): unknown {
  if (typeof packed === "number") return known[packed];
  if (!Array.isArray(packed)) return null;
  const fields: readonly unknown[] = packed;
  const [id, label, unit, better] = fields;
  return { id, label, unit, better };
}

export function unpackMeasures(packed: unknown, known: readonly KeptMeasure[]): readonly unknown[] | null {
  if (typeof packed === "number") {
    return packed >= 0 && packed < 2 ** known.length && Number.isInteger(packed)
      ? known.filter((_, place) => Math.floor(packed / 2 ** place) % 2 === 1)
      : null;
  }
  if (!Array.isArray(packed) || packed.length > VERSION_TWO_LIMITS.measuresMost) return null;
  return packed.map((one: unknown) => unpackMeasure(one, known));
}

/** @returns the ids of declared measures that are not checked yet; null where one has none */
export function idsOf(measures: readonly unknown[]): readonly string[] | null {
  const ids = measures.map((one) => (isJsonObject(one) && typeof one["id"] === "string" ? one["id"] : null));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length ? known : null;
}
