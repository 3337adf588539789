// `npm run bench:library`: opening and scrolling a library of 5,000 results in a real browser, beside one of 50.
import { withBrowser } from "./lib/drive.mjs";
import { run } from "./lib/run.mjs";

const QUICK = "agents=1,2,4&repeats=3&window=100";
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Copies the one kept result until there are so many, each with its own name and date. */
async function fill(page, count) {
  await page.evaluate(async (wanted) => {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open("headroom");
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error));
    });
    const all = (store) =>
      new Promise((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.addEventListener("success", () => resolve(request.result));
      });
    const [[entry], [stored], known] = [await all("entries"), await all("results"), (await all("entries")).length];
    const transaction = db.transaction(["entries", "results"], "readwrite");
    for (let n = known; n < wanted; n += 1) {
      const id = `copy${n}`;
      const createdAt = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
      transaction.objectStore("entries").put({ ...entry, id, createdAt, name: `Copy ${n}`, tags: [`t${n % 17}`] });
      transaction.objectStore("results").put({ id, text: stored.text.replace(entry.id, id) });
    }
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    db.close();
  }, count);
}

/** Milliseconds from asking for the page to the first row drawn, within one loaded app. */
async function openingMs(page, url) {
  await page.goto(`${url}#/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page.evaluate(async () => {
    const start = performance.now();
    location.hash = "#/results";
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.querySelector('[aria-label="Kept results"] li') !== null) return performance.now() - start;
      if (performance.now() - start > 30_000) throw new Error("The list was not drawn within 30 s.");
    }
  });
}

/** Tasks over 50 ms while the whole list is scrolled through, and frames drawn. */
async function scrolling(page) {
  return page.evaluate(async () => {
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask" });
    let frames = 0;
    const end = document.documentElement.scrollHeight;
    for (let at = 0; at < end; at += Math.max(400, end / 400)) {
      window.scrollTo(0, at);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    return { frames, longTasks: long.length, longestMs: Math.max(0, ...long) };
  });
}

const built = await run("vite", ["build", "--logLevel", "warn"]);
if (built.code !== 0) process.exit(1);
await withBrowser(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}#/?${QUICK}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("link", { name: "Kept in the library" }).waitFor({ timeout: 120_000 });
  const openings = {};
  for (const count of [50, 5_000]) {
    await fill(page, count);
    const times = [];
    for (let n = 0; n < 5; n += 1) times.push(await openingMs(page, url));
    openings[count] = median(times);
    const { frames, longTasks, longestMs } = await scrolling(page);
    console.log(
      `${String(count).padStart(5)} results: opened in ${openings[count].toFixed(0)} ms (median of 5; limit 200); scrolled in ${frames} frames with ${longTasks} long tasks (limit 0), the longest ${longestMs.toFixed(0)} ms`,
    );
  }
  console.log(`5,000 open in ${(openings[5_000] / openings[50]).toFixed(1)} times the time of 50`);
});
