// Asks the browser what memory it attributes to this page's workers. Nothing is estimated.
import * as v from "valibot";
import { MEMORY_WAIT_MOST_MS, type ProcessMemory, unavailable } from "../../measurement/run/process-memory.ts";

/** Chromium never answers where a worker ends while it is asked: workers have this long to be gone. */
const SETTLE_MS = 300;

const answerSchema = v.object({
  bytes: v.number(),
  breakdown: v.array(
    v.object({ bytes: v.number(), attribution: v.array(v.object({ url: v.optional(v.string(), "") })) }),
  ),
});

function measurer(): (() => Promise<unknown>) | null {
  if (!("measureUserAgentSpecificMemory" in performance)) return null;
  const measure: unknown = performance.measureUserAgentSpecificMemory;
  return typeof measure === "function" ? async (): Promise<unknown> => Reflect.apply(measure, performance, []) : null;
}

/**
 * Measures while agents are alive; the browser waits for a garbage collection, 10 to 20 s.
 * @param agents how many are alive, on how many workers
 */
export async function measureProcessMemory(agents: number, workers: number): Promise<ProcessMemory> {
  if (!globalThis.crossOriginIsolated) return unavailable("The page is not cross-origin isolated.");
  const measure = measurer();
  if (measure === null) return unavailable("This browser does not measure it.");
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const timeout = new Promise<null>((resolve) => setTimeout(() => resolve(null), MEMORY_WAIT_MOST_MS));
  try {
    const answer = await Promise.race([measure(), timeout]);
    if (answer === null) return unavailable(`The browser did not answer within ${MEMORY_WAIT_MOST_MS / 1_000} s.`);
    const { bytes, breakdown } = v.parse(answerSchema, answer);
    const ofLanes = breakdown.filter(({ attribution }) => attribution.some(({ url }) => url.includes("?lane=")));
    const workersBytes = ofLanes.reduce((sum, entry) => sum + entry.bytes, 0);
    return { state: "measured", agents, workers, totalBytes: bytes, workersBytes };
  } catch (error) {
    return unavailable(
      `The browser refused: ${error instanceof Error ? error.message.slice(0, 200) : "no reason given"}.`,
    );
  }
}
