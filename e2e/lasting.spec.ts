// Nothing measured is lost, and no click is taken back, whatever fails around it: chunks that are gone, a closed database, haste.
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { openBenchmark, QUICK, runToEnd, tableTexts } from "./quick.ts";

const LONG = "agents=1,2,3,4,5,6,7,8&repeats=5&window=300";
const kept = (page: Page) => page.getByRole("link", { name: "Kept in the library" });
const rows = (page: Page) => page.getByRole("list", { name: "Kept results" }).getByRole("listitem");
const bar = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first();

/** Takes code off the server, as an update of the app does. @param name how its file begins @returns how to put it back */
async function takeAway(page: Page, name: string): Promise<() => Promise<void>> {
  const files = new RegExp(`/assets/${name}-[^/]*\\.js$`);
  await page.route(files, (route) => route.fulfill({ status: 404 }));
  return () => page.unroute(files);
}

/** Puts something into the page that only a reload takes away. */
async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
  return () => page.evaluate(() => document.documentElement.hasAttribute("data-marked"));
}

test("a result stays where the library cannot be fetched, can be downloaded, and is kept by trying again", async ({
  page,
}) => {
  const putBack = await takeAway(page, "library-db");
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(page.getByText("Not kept: The part of Headroom that keeps results could not be fetched.")).toBeVisible();
  await expect(kept(page)).toHaveCount(0);
  expect(await tableTexts(page)).toHaveLength(3);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download it" }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain('"format": "headroom-result"');
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Not kept:")).toBeVisible();
  await putBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await kept(page).click();
  await expect(rows(page)).toHaveCount(1);
});

test("charts and links that cannot be fetched say so, and the result stays beside them", async ({ page }) => {
  const putBack = [await takeAway(page, "result-charts"), await takeAway(page, "result-link")];
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(page.getByText("The charts could not be fetched.")).toBeVisible();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The link could not be made.")).toBeVisible();
  expect(await tableTexts(page)).toHaveLength(3);
  for (const back of putBack) await back();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("svg.recharts-surface")).toHaveCount(2);
  expect(await tableTexts(page)).toHaveLength(3);
});

test("where the code that opens files cannot be fetched the page says so, and the next try opens them", async ({
  page,
}) => {
  const putBack = await takeAway(page, "take-files");
  await openBenchmark(page, "");
  const picker = page.getByLabel("Result, reference or CSV file");
  const file = { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from("agents,throughput\n1,10\n2,19\n") };
  await picker.setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText("The code that opens files could not be fetched. Try again.");
  await putBack();
  await picker.setInputFiles(file);
  await expect(page.getByRole("checkbox", { name: /mine/ })).toBeChecked();
});

test("a result is said to be kept once it is kept, and not before", async ({ page }) => {
  await page.goto("#/results");
  await expect(page.getByTestId("library-count")).toBeVisible();
  // Somebody else writes into the library for as long as this takes.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("headroom");
        opening.addEventListener("success", () => {
          const drafts = opening.result
            .transaction(["entries", "results", "drafts"], "readwrite")
            .objectStore("drafts");
          const stay = (): void => {
            if (document.documentElement.hasAttribute("data-let-go")) opening.result.close();
            else drafts.get("none").addEventListener("success", stay);
          };
          stay();
          resolve();
        });
      }),
  );
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(page.getByText("Being kept in the library …")).toBeVisible();
  await expect(kept(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toHaveCount(0);
  await page.evaluate(() => document.documentElement.setAttribute("data-let-go", ""));
  await expect(kept(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeVisible();
});

test("the buttons of the old result leave as the next run begins", async ({ page }) => {
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await page.evaluate(() => {
    const { documentElement: root } = document;
    const has = (text: string) =>
      [...document.querySelectorAll("button")].some((one) => one.textContent.includes(text));
    new MutationObserver(() => {
      if (has("Stop")) root.setAttribute("data-began", "");
      if (has("Stop") && has("Copy link")) root.setAttribute("data-both", "");
    }).observe(document.body, { childList: true, subtree: true });
  });
  await runToEnd(page);
  const seen = await page.evaluate(() =>
    ["data-began", "data-both"].map((name) => document.documentElement.hasAttribute(name)),
  );
  expect(seen).toEqual([true, false]);
});

/** Types into a field and clicks on a page of the bar at once, faster than any late write. */
async function editAndLeave(page: Page, field: string, value: string, address: string): Promise<void> {
  await page.getByRole("textbox", { name: field, exact: true }).evaluate(
    async (box, [text, href]) => {
      if (!(box instanceof HTMLInputElement)) throw new Error("This is no text field.");
      // Set as a person does it: the component must not take it for its own doing.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(box, text);
      box.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 0));
      const link = document.querySelector<HTMLElement>(`nav a[href*="${href}"]`);
      if (link === null) throw new Error(`No link of the bar leads to ${href}.`);
      link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 0));
      link.click();
    },
    [value, address] as const,
  );
}

const edits = [
  { name: "Capacity", address: "#/capacity?agents=25", field: "Agents", value: "31" },
  { name: "Benchmark", address: "#/?seed=1", field: "Seed", value: "77" },
] as const;

for (const { name, address, field, value } of edits) {
  test(`an edit on ${name} and a click on another page right after it are both done`, async ({ page }) => {
    // The next page takes a while to come, so that a late write falls into its coming.
    await page.route(/\/assets\/results-page-/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await route.continue();
    });
    await page.goto(address);
    const box = page.getByRole("textbox", { name: field, exact: true });
    await expect(box).toBeVisible();
    await editAndLeave(page, field, value, "#/results");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What has been measured here?", {
      timeout: 30_000,
    });
    await expect(page).toHaveURL(/#\/results/);
    await bar(page, name).click();
    await expect(box).toHaveValue(value);
    await page.goBack();
    await page.goBack();
    await expect(box).toHaveValue(value);
  });
}

test("a page that is gone from the server ends no run: it says so, and reloading is offered afterwards", async ({
  page,
}) => {
  const putBack = await takeAway(page, "results-page");
  await openBenchmark(page, LONG);
  const isMarked = await mark(page);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.locator("tr[data-at]").first()).toBeVisible({ timeout: 60_000 });
  await bar(page, "Results").click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This page could not be fetched");
  await expect(alert).toContainText("A measurement is running in this tab and will be kept.");
  await expect(alert.getByRole("button", { name: "Reload" })).toHaveCount(0);
  await alert.getByRole("link", { name: "Go to the Benchmark" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(kept(page)).toBeVisible({ timeout: 30_000 });
  await bar(page, "Results").click();
  await expect(alert).toContainText("Everything that was measured is kept in the library.");
  await expect(alert.getByRole("button", { name: "Reload" })).toBeVisible();
  expect(await isMarked()).toBe(true);
  await putBack();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await isMarked()).toBe(true);
});

/** Ways in which a browser closes the database of an open page. */
const closings: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "another tab that deletes it": (page) =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase("headroom");
          deleting.addEventListener("success", resolve);
          deleting.addEventListener("error", reject);
        }),
    ),
  "storage that is cleared": async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Storage.clearDataForOrigin", {
      origin: new URL(page.url()).origin,
      storageTypes: "indexeddb",
    });
  },
};

for (const [what, close] of Object.entries(closings)) {
  test(`results are kept again after ${what}, without a reload`, async ({ page }) => {
    await openBenchmark(page, QUICK);
    await runToEnd(page);
    await expect(kept(page)).toBeVisible({ timeout: 30_000 });
    await close(page);
    await runToEnd(page);
    await expect(kept(page)).toBeVisible({ timeout: 30_000 });
    await kept(page).click();
    await expect(rows(page)).toHaveCount(1);
    await close(page);
    await page.reload();
    await expect(page.getByTestId("library-count")).toContainText("Nothing yet.");
  });
}

test("a library that cannot be read says so, and is read when somebody tries again", async ({ page }) => {
  await page.addInitScript(() => {
    const transaction: unknown = Reflect.get(IDBDatabase.prototype, "transaction");
    if (typeof transaction !== "function") throw new Error("This browser has no transactions.");
    Object.defineProperty(IDBDatabase.prototype, "transaction", {
      value: function refusable(this: IDBDatabase, ...parameters: unknown[]): unknown {
        if (document.documentElement.hasAttribute("data-closed"))
          throw new DOMException("closing", "InvalidStateError");
        return Reflect.apply(transaction, this, parameters);
      },
    });
  });
  const closed = (isClosed: boolean) =>
    page.evaluate((on) => document.documentElement.toggleAttribute("data-closed", on), isClosed);
  await openBenchmark(page, QUICK);
  await runToEnd(page);
  await expect(kept(page)).toBeVisible({ timeout: 30_000 });
  await closed(true);
  await kept(page).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The library could not be read. The browser closed the library's database.");
  await expect(page.getByText("Reading the library …")).toHaveCount(0);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("The library could not be read.");
  await closed(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(alert).toHaveCount(0);

  await closed(true);
  await page.getByRole("button", { name: /^Delete / }).click();
  await expect(alert).toContainText("That was not done.");
  await page.getByRole("link", { name: /^explorer/ }).click();
  await expect(alert).toContainText("This result could not be read");
  await closed(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Kept result ·")).toBeVisible();
});
