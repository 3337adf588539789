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

/** A smaller step is told as a level that holds within this. */
const STEP_TOLD_LEAST = 0.01;

/** A step as a share of the level before it. */
function stepShare({ value, by }: Extract<Course, { readonly state: "steps" }>): number {
  return Math.abs(by) / Math.max(Number.MIN_VALUE, value - by);
}

/** @param name whose memory it is */
function memoryText(name: string, course: Course): string {
  switch (course.state) {
    case "level":
      return `${name} keeps its level of ${formatBytesWithUnit(course.value)}: growth of more than ${perMinute(Math.max(0, course.perSecond.high))} a minute would have been seen`;
    case "grows":
    case "falls":
      return `${name} ${course.state} by ${perMinute(Math.abs(course.slope))} a minute (95%: ${perMinute(course.perSecond.low)} to ${perMinute(course.perSecond.high)})`;
    case "steps":
      if (stepShare(course) < STEP_TOLD_LEAST) {
        return `${name} keeps its level of ${formatBytesWithUnit(course.value)} within ${formatPercent(STEP_TOLD_LEAST)}`;
      }
      return `${name} steps ${course.by > 0 ? "up" : "down"} once, by ${formatBytesWithUnit(Math.abs(course.by))} (${formatPercent(stepShare(course))}) after ${formatSeconds(course.atSeconds)}, and keeps its level before and after`;
    case "too few":
      return `there are too few readings to tell how ${name} goes: ${course.needed} are needed`;
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
      if (stepShare(course) < STEP_TOLD_LEAST) {
        return ` ${name} keeps its level of ${formatMeasured(course.value)} op/s within ${formatPercent(STEP_TOLD_LEAST)}.`;
      }
      return ` ${name} steps ${course.by > 0 ? "up" : "down"} once, by ${formatPercent(stepShare(course))} after ${formatSeconds(course.atSeconds)}.`;
    case "too few":
      return "";
  }
}

const NO_MEMORY = "this browser does not tell what memory the page takes";

/** The memory of the workers, which hold the agents; of a browser that does not tell it apart, the whole page's. */
function agentsMemory(samples: readonly Sample[]): string {
  if (readingsOf(samples, "worker-memory").length > 0) {
    return memoryText("the memory of their workers", courseOfFigure(samples, "worker-memory"));
  }
  return readingsOf(samples, "memory").length > 0 ? memoryText("memory", courseOfFigure(samples, "memory")) : NO_MEMORY;
}

/** The page grows by what it draws, so it is told apart from the agents: nothing where it does not grow. */
function pageText(samples: readonly Sample[]): string {
  const page = courseOfFigure(samples, "memory");
  const isTold = readingsOf(samples, "worker-memory").length > 0 && (page.state === "grows" || page.state === "steps");
  if (!isTold) return "";
  return ` With the page, its code and the rows and points that it adds for each reading, ${memoryText("memory", page)}.`;
}

/** @returns the sentence, or null where nothing has been read yet */
export function stressSentence({ agents }: StressSettings, samples: readonly Sample[]): string | null {
  const acted = readingsOf(samples, "throughput").at(-1)?.seconds;
  if (acted === undefined) return null;
  const throughput = courseText("Throughput", courseOfFigure(samples, "throughput"));
  return `While ${formatCounted(agents, "agent")} act for ${formatSeconds(acted)}, ${agentsMemory(samples)}.${throughput}${pageText(samples)}`;
}
