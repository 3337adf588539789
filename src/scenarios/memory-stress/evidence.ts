// The readings of a long run in the order of time, and the course of each figure.
import type { Sample } from "../../measurement/run/sample.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import { type Course, courseOf, type Reading } from "./course.ts";
import { ROW } from "./series.ts";

/** @returns a figure after each part, ascending in time; parts without it are left out */
export function readingsOf(samples: readonly Sample[], id: string): Reading[] {
  return [...byPoint(samples, ROW)].flatMap(([seconds, own]) => valuesOf(own, id).map((value) => ({ seconds, value })));
}

export function courseOfFigure(samples: readonly Sample[], id: string): Course {
  return courseOf(readingsOf(samples, id));
}
