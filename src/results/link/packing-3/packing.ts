// The packed form of a result in a link of version 3: positions instead of names, differences instead of settings and figures.
import * as v from "valibot";
import type { Settings } from "../../../fields/settings.ts";
import type { Result } from "../../format/result.ts";
import type { JsonObject } from "../../format/versions.ts";
import { bases } from "./bases.ts";
import { packEnvironment, unpackEnvironment } from "./environment.ts";
import type { Json } from "./json.ts";
import { idsOf, packMeasures, unpackMeasures } from "./measures.ts";
import { packSamples, unpackSamples } from "./samples.ts";

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Settings that differ from the base; null for one that only the base has. */
function differencesOf(settings: Settings, base: Settings): Readonly<Record<string, Json>> {
  const missing = Object.keys(base).filter((name) => !Object.hasOwn(settings, name));
  const differing = Object.entries(settings).filter(
    ([name, value]) => !Object.hasOwn(base, name) || !isSame(value, base[name]),
  );
  return Object.fromEntries([...differing, ...missing.map((name) => [name, null] as const)]);
}

function withDifferences(base: Settings, differences: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...base, ...differences }).filter(([, value]) => value !== null));
}

/** An instant as milliseconds where those give the same text back. */
function packInstant(iso: string): string | number {
  const date = new Date(iso);
  const milliseconds = date.getTime();
  return Number.isNaN(milliseconds) || date.toISOString() !== iso ? iso : milliseconds;
}

function unpackInstant(packed: string | number): string {
  if (typeof packed === "string") return packed;
  const date = new Date(packed);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

const packedSchema = v.strictTuple([
  v.string(),
  v.union([v.string(), v.number()]),
  v.union([v.number(), v.strictTuple([v.string(), v.number()])]),
  v.record(v.string(), v.unknown()),
  v.union([v.number(), v.array(v.unknown())]),
  v.pipe(v.array(v.unknown()), v.maxLength(20)),
  v.string(),
  v.array(v.number()),
  v.array(v.string()),
  v.array(v.string()),
]);

/** @returns JSON text from which unpackResult gives back the same result, exactly (but for −0, which JSON writes as 0) */
export function packResult(result: Result): string {
  const { kind, version } = result.scenario;
  const place = bases.findIndex((base) => base.kind === kind && base.version === version);
  const base = bases[place];
  const ids = result.measures.map(({ id }) => id);
  const { numbers, plain, reasons, names } = packSamples(result.samples, ids);
  return JSON.stringify([
    result.id,
    packInstant(result.createdAt),
    base === undefined ? [kind, version] : place,
    differencesOf(result.settings, base?.settings ?? {}),
    packMeasures(result.measures, base?.measures ?? []),
    packEnvironment(result.environment),
    numbers,
    plain,
    reasons,
    names,
  ]);
}

/**
 * @param json parsed JSON of bounded size and depth
 * @returns fields that claim to be a result of version 2, not yet checked against its schema; null where damaged
 */
export function unpackResult(json: unknown): JsonObject | null {
  const packed = v.safeParse(packedSchema, json, { abortEarly: true });
  if (!packed.success) return null;
  const [id, createdAt, scenario, differences, declared, environment, numbers, plain, reasons, names] = packed.output;
  const base =
    typeof scenario === "number"
      ? bases[scenario]
      : { kind: scenario[0], version: scenario[1], settings: {}, measures: [] };
  if (base === undefined) return null;
  const measures = unpackMeasures(declared, base.measures);
  const ids = measures === null ? null : idsOf(measures);
  const samples = ids === null ? null : unpackSamples({ numbers, plain, reasons, names }, ids);
  if (samples === null) return null;
  return {
    format: "headroom-result",
    version: 2,
    id,
    createdAt: unpackInstant(createdAt),
    scenario: { kind: base.kind, version: base.version },
    settings: withDifferences(base.settings, differences),
    measures,
    environment: unpackEnvironment(environment),
    samples,
  };
}
