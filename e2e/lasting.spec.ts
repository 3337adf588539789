// Nothing measured is lost, and no click is taken back, whatever fails around it: a closed database, another tab, haste.
import { expect, type Page, test } from "@playwright/test";
import { RUNS, QUICK, goTo, keptLink, keptRows, openBenchmark, runToEnd, takeIn, RUN_ENDS } from "./quick.ts";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";

test("a result is said to be kept once it is kept, and not before", RUNS, async ({ page }) => {
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
  await expect(keptLink(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toHaveCount(0);
  await page.evaluate(() => document.documentElement.setAttribute("data-let-go", ""));
  await expect(keptLink(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeVisible();
});

test(
  "the buttons of the old result leave as the next run begins, which then says what changed",
  RUNS,
  async ({ page }) => {
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
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
    const seen = await page.evaluate(() =>
      ["data-began", "data-both"].map((name) => document.documentElement.hasAttribute(name)),
    );
    expect(seen).toEqual([true, false]);
    await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible(RUN_ENDS);
    await expect(page.getByText("Since your last run:")).toBeVisible();
    await page.getByRole("link", { name: /^Compare with your last run of these settings/ }).click();
    await expect(page.getByTestId("comparison-sentence")).toBeVisible();
  },
);

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
    await goTo(page, name);
    await expect(box).toHaveValue(value);
    await page.goBack();
    await page.goBack();
    await expect(box).toHaveValue(value);
  });
}

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
  test(`results are kept again after ${what}, without a reload`, RUNS, async ({ page }) => {
    await openBenchmark(page, QUICK);
    // The library was read once, so that its database is open, and the page is not loaded again from here on.
    await goTo(page, "Results");
    await expect(page.getByTestId("library-count")).toContainText("Nothing yet.");
    await goTo(page, "Benchmark");
    await close(page);
    await runToEnd(page);
    await expect(keptLink(page)).toBeVisible({ timeout: 30_000 });
    await keptLink(page).click();
    await expect(keptRows(page)).toHaveCount(1);
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
  await takeIn(page, [realisticResult({ seed: 1 })]);
  await goTo(page, "Benchmark");
  await closed(true);
  await goTo(page, "Results");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The library could not be read. The browser closed the library's database.");
  await expect(page.getByText("Reading the library …")).toHaveCount(0);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("The library could not be read.");
  await closed(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(keptRows(page)).toHaveCount(1);
  await expect(alert).toHaveCount(0);

  await closed(true);
  await page.getByRole("button", { name: /^Delete / }).click();
  await expect(alert).toContainText("That was not done.");
  await page.getByRole("link", { name: /^explorer/ }).click();
  await expect(alert).toContainText("This result could not be read");
  await closed(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Imported result ·")).toBeVisible();
});
