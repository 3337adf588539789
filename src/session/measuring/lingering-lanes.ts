// Lanes that stay alive after their run, while the browser measures their memory. Whatever measures next ends them.
import type { Lanes } from "./session-arm.ts";

let lingering: readonly Lanes[] = [];

export function letLinger(lanes: readonly Lanes[]): void {
  lingering = lanes;
}

/** Whether these lanes are still alive. */
export function isLingering(lanes: Lanes): boolean {
  return lingering.includes(lanes);
}

/** Takes lanes back. @returns whether they were still alive until now */
export function takeBack(lanes: Lanes): boolean {
  const wasAlive = isLingering(lanes);
  lingering = lingering.filter((other) => other !== lanes);
  return wasAlive;
}

/** @returns whether there were any */
export function endLingering(): boolean {
  const ended = lingering;
  lingering = [];
  for (const lanes of ended) lanes.reset();
  return ended.length > 0;
}
