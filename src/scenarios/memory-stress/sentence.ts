// What a long run found, in sentences that can be said aloud.
import type { Sample } from "../../measurement/run/sample.ts";
import {
  formatBytesWithUnit,
  formatCounted,
  formatMeasured,
  formatPercent,
  formatSeconds,
} from "../../words/format.ts";
import type { Course } from "./course.ts";
import { courseOfFigure, readingsOf } from "./evidence.ts";
import type { StressSettings } from "./fields.ts";

const MINUTE = 60;

/** Bytes of a rate in a minute, with the sign of the change. */
function perMinute(bytesPerSecond: number): string {
  const bytes = bytesPerSecond * MINUTE;
  return `${bytes < 0 ? "−" : ""}${formatBytesWithUnit(Math.abs(bytes))}`;
}

function memoryText(course: Course): string {
  switch (course.state) {
    case "level":
      return `memory keeps its level of ${formatBytesWithUnit(course.value)}: growth of more than ${perMinute(Math.max(0, course.perSecond.high))} a minute would have been seen`;
    case "grows":
    case "falls":
      return `memory ${course.state} by ${perMinute(Math.abs(course.slope))} a minute (${perMinute(course.perSecond.low)} to ${perMinute(course.perSecond.high)})`;
    case "steps":
      return `memory steps ${course.by > 0 ? "up" : "down"} once, by ${formatBytesWithUnit(Math.abs(course.by))} after ${formatSeconds(course.atSeconds)}, and keeps its level before and after`;
    case "too few":
      return `too few readings of memory tell how it goes: ${course.needed} are needed`;
  }
}

/** Of a figure that is no memory: how it went, as a share of its level. */
function courseText(name: string, course: Course): string {
  switch (course.state) {
    case "level":
      return ` ${name} keeps its level of ${formatMeasured(course.value)} op/s.`;
    case "grows":
    case "falls":
      return ` ${name} ${course.state} by ${formatPercent(Math.abs(course.slope * MINUTE) / course.value)} a minute.`;
    case "steps":
      return ` ${name} steps ${course.by > 0 ? "up" : "down"} once, by ${formatPercent(Math.abs(course.by) / (course.value - course.by))} after ${formatSeconds(course.atSeconds)}.`;
    case "too few":
      return "";
  }
}

const NO_MEMORY = "this browser does not tell what memory the page takes";

/** @returns the sentence, or null where nothing has been read yet */
export function stressSentence({ agents }: StressSettings, samples: readonly Sample[]): string | null {
  const acted = readingsOf(samples, "throughput").at(-1)?.seconds;
  if (acted === undefined) return null;
  const hasMemory = readingsOf(samples, "memory").length > 0;
  const memory = hasMemory ? memoryText(courseOfFigure(samples, "memory")) : NO_MEMORY;
  return `While ${formatCounted(agents, "agent")} act for ${formatSeconds(acted)}, ${memory}.${courseText("Throughput", courseOfFigure(samples, "throughput"))}`;
}
