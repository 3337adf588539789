// The course of every figure of a long run in one table, beside what the published stress test promises.
import type { Sample } from "../../measurement/run/sample.ts";
import { formatBytesWithUnit, formatMeasured, formatPercent, formatSeconds, MISSING } from "../../words/format.ts";
import type { FactTable } from "../contract/seen.ts";
import type { Course } from "./course.ts";
import { courseOfFigure } from "./evidence.ts";

const MINUTE = 60;

interface Followed {
  readonly id: string;
  readonly label: string;
  readonly format: (value: number) => string;
}

const followed: readonly Followed[] = [
  { id: "memory", label: "Memory", format: formatBytesWithUnit },
  { id: "worker-memory", label: "Memory of the workers", format: formatBytesWithUnit },
  { id: "throughput", label: "Throughput", format: (value) => `${formatMeasured(value)} op/s` },
  { id: "p95", label: "p95 latency", format: (value) => `${formatMeasured(value)} µs` },
];

function signed(value: number, format: Followed["format"]): string {
  return value < 0 ? `−${format(-value)}` : format(value);
}

function cells(course: Course, format: Followed["format"]): [string, string, string] {
  switch (course.state) {
    case "level":
    case "grows":
    case "falls": {
      const { low, high } = course.perSecond;
      const range = `${signed(low * MINUTE, format)} to ${signed(high * MINUTE, format)}`;
      return [course.state === "level" ? "keeps its level" : course.state, format(course.value), range];
    }
    case "steps":
      return [
        `steps ${course.by > 0 ? "up" : "down"} once, after ${formatSeconds(course.atSeconds)}`,
        format(course.value),
        `${formatPercent(Math.abs(course.by) / Math.max(1e-12, Math.abs(course.value - course.by)))} in one step`,
      ];
    case "too few":
      return [`too few readings: ${course.needed} are needed`, MISSING, MISSING];
  }
}

export function courseTable(samples: readonly Sample[]): FactTable {
  return {
    title: "How each went",
    help: "The first fifth of the run is left out: what grows while a page warms up is no leak. A change in a minute is the Theil–Sen slope with its 95% interval; a single step is told from a slope by Pettitt's test.",
    head: ["Figure", "What it did", "Level", "Change in a minute"],
    rows: followed.map(({ id, label, format }) => [label, ...cells(courseOfFigure(samples, id), format)]),
  };
}
