// Reads the reference files that ship with Headroom: `published-reference/1` and `measured-reference/1`.
import * as v from "valibot";
import { REFERENCE_LIMITS, type ReadReferences, referenceSeries, seriesId } from "./reference.ts";
import { schemaMessage } from "../format/schema-message.ts";

const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
export const agentCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(REFERENCE_LIMITS.agentsMost));
export const throughput = v.pipe(v.number(), v.gtValue(0), v.maxValue(REFERENCE_LIMITS.opsPerSecondMost));

function isRowList(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length >= 1 && input.length <= REFERENCE_LIMITS.figuresMost;
}

/** A list of 1 to 20,000 rows; the length is checked before any row is. */
export function rowList<Row extends v.GenericSchema>(row: Row) {
  return v.pipe(
    v.custom<unknown[]>(isRowList, `must be a list of 1 to ${REFERENCE_LIMITS.figuresMost} rows.`),
    v.array(row),
  );
}

const publishedSchema = v.object({
  schema: v.literal("published-reference/1"),
  title: shortText,
  lastUpdated: v.optional(v.pipe(v.string(), v.maxLength(60))),
  provenance: shortText,
  scaling: rowList(
    v.object({
      agents: agentCount,
      efficiency: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      opsPerSecond: throughput,
    }),
  ),
});

const measuredSchema = v.object({
  schema: v.literal("measured-reference/1"),
  title: shortText,
  provenance: shortText,
  series: v.pipe(
    v.array(
      v.object({
        workload: shortText,
        rows: rowList(
          v.object({
            agents: agentCount,
            opsPerSecond: throughput,
            p50Ms: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1e9))),
          }),
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
});

function refused(issue: v.BaseIssue<unknown>): ReadReferences {
  return { state: "refused", message: `This reference file cannot be read: ${schemaMessage(issue)}` };
}

/** Reads the published table; its own efficiencies are kept as claims. */
export function readPublishedReference(json: unknown): ReadReferences {
  const parsed = v.safeParse(publishedSchema, json, { abortEarly: true });
  if (!parsed.success) return refused(parsed.issues[0]);
  const { title, lastUpdated, provenance, scaling } = parsed.output;
  const figures = scaling.map(({ agents, opsPerSecond, efficiency }) => ({
    agents,
    opsPerSecond,
    claimedEfficiency: efficiency,
  }));
  const about = {
    id: seriesId("published", title, figures),
    title,
    provenance: "published",
    provenanceText: provenance,
    ...(lastUpdated === undefined ? {} : { date: lastUpdated }),
  } as const;
  return { state: "read", series: [referenceSeries(about, figures)] };
}

/** Reads figures measured on another machine: one series per workload. */
export function readMeasuredReference(json: unknown): ReadReferences {
  const parsed = v.safeParse(measuredSchema, json, { abortEarly: true });
  if (!parsed.success) return refused(parsed.issues[0]);
  const { title, provenance, series } = parsed.output;
  return {
    state: "read",
    series: series.map(({ workload, rows }, n) => {
      const fullTitle = `${title}: ${workload}`;
      const about = {
        id: seriesId(`measured-${n + 1}`, fullTitle, rows),
        title: fullTitle,
        provenance: "measured-elsewhere",
        provenanceText: provenance,
      } as const;
      return referenceSeries(about, rows);
    }),
  };
}
