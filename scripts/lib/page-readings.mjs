// What a page has used so far, read through the browser's own tools: memory after garbage collection, main thread, entries.

/** Entries that come of what a page does. Others are the browser's own notes, such as of a frame that was slow. */
const MADE_ENTRIES = ["resource", "mark", "measure"];

/**
 * Collects garbage in the page, then reads what is left.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} client with `Performance.enable` sent
 * @returns {Promise<{ atSeconds: number, taskSeconds: number, heapBytes: number, nodes: number, entries: number }>}
 */
export async function readPage(page, client) {
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const entries = await page.evaluate(
    (types) => types.reduce((sum, type) => sum + performance.getEntriesByType(type).length, 0),
    MADE_ENTRIES,
  );
  return {
    atSeconds: of("Timestamp"),
    taskSeconds: of("TaskDuration"),
    heapBytes: of("JSHeapUsedSize"),
    nodes: of("Nodes"),
    entries,
  };
}

/** @param {number} bytes */
export function inMB(bytes) {
  return (bytes / 1e6).toFixed(1);
}
