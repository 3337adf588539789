// The speedscope of its npm package in a tab of its own, and the times that it shows against those of our file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { expect, type Page } from "@playwright/test";
import * as v from "valibot";

const release = dirname(createRequire(import.meta.url).resolve("speedscope/dist/release/file-format-schema.json"));
const SPEEDSCOPE = "http://speedscope.test/";
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Opens a file. What speedscope complains about fails the test. */
export async function inSpeedscope(page: Page, path: string): Promise<void> {
  await page.route(`${SPEEDSCOPE}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
    const contentType = TYPES[extname(name)] ?? "application/octet-stream";
    await route.fulfill({ body: readFileSync(join(release, name)), contentType });
  });
  page.on("dialog", (dialog) => expect(dialog.message(), "speedscope complains").toBe(""));
  await page.goto(SPEEDSCOPE);
  await page.locator('input[type="file"]').setInputFiles(path);
}

interface Times {
  readonly count: number;
  readonly totalUs: number;
  readonly selfUs: number;
}

const traceSchema = v.object({
  traceEvents: v.array(
    v.looseObject({
      ph: v.string(),
      name: v.string(),
      tid: v.optional(v.number()),
      ts: v.optional(v.number()),
      dur: v.optional(v.number()),
    }),
  ),
});

/** Times of each name on the first worker, µs. @param text a Chrome trace of ours: in the order of starts, parents first */
export function firstWorkerTimes(text: string): ReadonlyMap<string, Times> {
  const { traceEvents } = v.parse(traceSchema, JSON.parse(text));
  const times = new Map<string, { count: number; totalUs: number; selfUs: number }>();
  const open: { readonly name: string; readonly endUs: number }[] = [];
  for (const { ph, name, tid, ts = 0, dur = 0 } of traceEvents) {
    if (ph !== "X" || tid !== 1) continue;
    while ((open.at(-1)?.endUs ?? Infinity) <= ts + 1e-6) open.pop();
    const own = times.get(name) ?? { count: 0, totalUs: 0, selfUs: 0 };
    times.set(name, own);
    own.count += 1;
    own.selfUs += dur;
    // A name inside itself counts once.
    if (!open.some((one) => one.name === name)) own.totalUs += dur;
    const parent = times.get(open.at(-1)?.name ?? "");
    if (parent !== undefined) parent.selfUs -= dur;
    open.push({ name, endUs: ts + dur });
  }
  return times;
}

const UNITS: Readonly<Record<string, number>> = { ns: 1e-3, µs: 1, ms: 1e3, s: 1e6 };

/** Half of the last digit that is shown, and what speedscope's sums of decimals lose. */
function expectShown(shown: string, us: number, what: string): void {
  const [, figure = "", unit = ""] = /^(\d+\.\d\d)(ns|µs|ms|s) /.exec(shown) ?? [];
  const unitUs = UNITS[unit] ?? NaN;
  expect(Math.abs(Number(figure) * unitUs - us), `${what}: ${shown} against ${us} µs`).toBeLessThanOrEqual(
    0.0051 * unitUs + 1e-6 * us + 0.001,
  );
}

/** Compares the sandwich view, where each name is a row with its total and its own time. */
export async function expectSpeedscopeTimes(page: Page, times: ReadonlyMap<string, Times>): Promise<void> {
  const rows = page.locator("tr").filter({ hasText: /\d(ns|µs|ms|s) \(/ });
  await expect(rows).toHaveCount(times.size);
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)),
  );
  expect(new Set(cells.map(([, , name]) => name))).toEqual(new Set(times.keys()));
  for (const [total = "", self = "", name = ""] of cells) {
    expectShown(total, times.get(name)?.totalUs ?? NaN, `total of ${name}`);
    expectShown(self, times.get(name)?.selfUs ?? NaN, `self time of ${name}`);
  }
}
