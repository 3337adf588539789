// The catalogue as a person uses it: this site's, another site's, hostile ones, and without a network.
import { readFileSync } from "node:fs";
import { expect, type Page, type Route, test } from "@playwright/test";
import { keptRows } from "./quick.ts";
import { expectAccessible, expectNoOverflow } from "./sound.ts";
import { serve } from "../scripts/lib/server.mjs";

const rows = (page: Page) => page.getByRole("list", { name: "Results of the catalogue" }).getByRole("listitem");
const cors = { "Access-Control-Allow-Origin": "*" };
const elsewhere = "https://other.example/results/";
const shippedIndex = readFileSync("public/catalogue/index.json", "utf8");
/** The files of the shipped catalogue, in its order. */
const SHIPPED = [...shippedIndex.matchAll(/"file": "([^"]+)"/g)].map(([, file = ""]) => file);
const OF_T_MAZE = [...shippedIndex.matchAll(/"workload": "t-maze"/g)].length;

async function openCatalogue(page: Page): Promise<void> {
  await page.goto("#/catalogue");
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
}

/** Serves another site: by file name, text or what is to be done. */
async function serveElsewhere(page: Page, files: Readonly<Record<string, string | ((route: Route) => unknown)>>) {
  await page.route(`${elsewhere}**`, async (route) => {
    const answer = files[new URL(route.request().url()).pathname.split("/").at(-1) ?? ""];
    if (answer === undefined) await route.fulfill({ status: 404, headers: cors, body: "Not found" });
    else if (typeof answer === "string") await route.fulfill({ status: 200, headers: cors, body: answer });
    else await answer(route);
  });
}

const openElsewhere = (page: Page, file = "index.json") =>
  page.goto(`#/catalogue?catalogue=${encodeURIComponent(elsewhere + file)}`);

test("the shipped catalogue is found from the Results, filtered and searched", async ({ page }) => {
  await page.goto("#/results");
  await page.getByRole("link", { name: "Catalogue: results measured elsewhere" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What has been measured elsewhere?");
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await expect(page.getByRole("navigation", { name: "Pages" }).locator('[aria-current="page"]:visible')).toHaveText(
    "Results",
  );
  // Filters are folded, and reached and opened by keyboard; what they do stays in sight when they are folded again.
  const filters = page.getByRole("button", { name: /^Filters/ });
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Tab");
  await expect(filters).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Filters" }).getByLabel("Workload").selectOption("t-maze");
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${OF_T_MAZE} of ${SHIPPED.length} results.`);
  await filters.click();
  await expect(page.getByLabel("Workload")).toBeHidden();
  await expect(filters).toHaveText("Filters: 1 active");
  await filters.click();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await page.getByLabel("Workload").selectOption("t-maze");
  await page.getByRole("searchbox").fill("interpreter lock");
  await expect(page.getByText("Nothing is found.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByRole("searchbox").fill("interpreter lock");
  await expect(rows(page)).toHaveText([/on one thread/]);
});

test("a result opens with its provenance, and a copy is kept as an import", async ({ page }) => {
  await openCatalogue(page);
  await page.getByRole("link", { name: "Explorer, independent agents on one thread" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Explorer, independent agents on one thread");
  await expect(page.getByText("Catalogue result ·")).toBeVisible();
  await expect(
    page.getByText("From the catalogue “Headroom’s own measurements” of this site, measured by Chromium"),
  ).toBeVisible();
  await expect(page.getByText("measured here", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("table", { name: /Table of the run, shared/ }).locator("tbody tr")).toHaveCount(7);
  await page.getByRole("button", { name: "Keep a copy" }).click();
  await page.getByRole("link", { name: "open it in the Results" }).click();
  await expect(page.getByText("Imported result ·")).toBeVisible();
  await page.goto("#/results");
  await expect(keptRows(page)).toContainText("imported");
  await page.goto("#/catalogue/explorer-independent-single-lane.json");
  await page.getByRole("button", { name: "Keep a copy" }).click();
  await expect(page.getByText("It is in your library already:")).toBeVisible();
  await page.goto("#/catalogue/nothing.json");
  await expect(page.getByRole("alert")).toContainText("lists no file “nothing.json”");
});

test("two results of the shipped catalogue are compared by their files", async ({ page }) => {
  await openCatalogue(page);
  await page.getByRole("checkbox", { name: "Compare Explorer, all to all, in shared memory" }).check();
  await page.getByRole("checkbox", { name: "Compare Explorer, all to all, by messages" }).check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page).toHaveURL(
    /c\.explorer-all-to-all-shared-memory\.json%2Cc\.explorer-all-to-all-messages\.json\?check=[0-9a-f]{8}$/,
  );
  const compared = page.getByRole("list", { name: "What is compared" });
  await expect(compared.getByRole("listitem")).toContainText([/^1: Explorer, all to all, in shared memory/, /^2: /]);
  await expect(page.getByTestId("compared").locator("tbody tr")).toHaveCount(7);
  await expect(page.getByRole("navigation", { name: "Pages" }).locator('[aria-current="page"]:visible')).toHaveText(
    "Results",
  );
});

test("another site's catalogue opens by every form of its address, and its results are compared whole", async ({
  page,
}) => {
  const file = (name: string) => readFileSync(`public/catalogue/${name}`, "utf8");
  const sent: Readonly<Record<string, string>>[] = [];
  await serveElsewhere(page, {
    "index.json": (route) => {
      sent.push(route.request().headers());
      return route.fulfill({ status: 200, headers: cors, body: shippedIndex.replace("Headroom’s own", "Their") });
    },
    "t-maze-independent-pool.json": file("t-maze-independent-pool.json"),
    "explorer-independent-pool.json": file("explorer-independent-pool.json"),
    "explorer-independent-single-lane.json": file("t-maze-independent-pool.json"),
  });
  for (const prefix of ["?", "#/?", "#/results?", "#/catalogue?"]) {
    await page.goto("about:blank");
    await page.goto(`${prefix}catalogue=${elsewhere}`);
    await expect(page.getByText("“Their measurements”, from other.example")).toBeVisible();
    await expect(page).toHaveURL(/#\/catalogue\?catalogue=/);
  }
  expect(sent.every((headers) => headers["cookie"] === undefined && headers["referer"] === undefined)).toBe(true);
  await page.getByRole("checkbox", { name: "Compare T-maze, independent agents on two workers" }).check();
  await page.getByRole("checkbox", { name: "Compare Explorer, independent agents on two workers" }).check();
  await page.getByRole("button", { name: "Compare 2 results" }).click();
  await expect(page.getByTestId("compared").locator("tbody tr")).toHaveCount(7);
  await expect(page).toHaveURL(/#\/compare\/v2(,|%2C)3\./);
  await page.goBack();
  await page.getByRole("link", { name: "T-maze, independent agents on two workers" }).click();
  await expect(page.getByText("From the catalogue “Their measurements” of other.example")).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Explorer, independent agents on one thread" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "It holds result 135a7468a61b where the index lists 94f2388dd45f",
  );
});

test("hostile, newer, oversized and missing catalogues say what is wrong", async ({ page }) => {
  await serveElsewhere(page, {
    "newer.json": shippedIndex.replace(/"version": \d+/, '"version": 7'),
    "page.json": "<!doctype html>",
    "foreign.json": '{"format":"something"}',
    "climbing.json": shippedIndex.replace("t-maze-independent-pool.json", "../../secret.json"),
    "large.json": `"${"x".repeat(2_100_000)}"`,
    "closed.json": (route) => route.fulfill({ status: 403, headers: cors, body: "" }),
    "script.json": shippedIndex.replace("T-maze, independent", "<img src=x onerror=document.title=1>"),
  });
  const expectRefused = async (file: string, message: string): Promise<void> => {
    await openElsewhere(page, file);
    await expect(page.getByRole("alert")).toContainText(message);
  };
  await expectRefused("newer.json", "made by a newer Headroom (catalogue version 7; this one reads up to 3)");
  await expectRefused("page.json", "it is not valid JSON");
  await expectRefused("foreign.json", "This is not a catalogue of Headroom");
  await expectRefused(
    "climbing.json",
    `results[${SHIPPED.indexOf("t-maze-independent-pool.json")}].file: a file is a plain name`,
  );
  await expectRefused("large.json", "is larger than 2 MB");
  await expectRefused("closed.json", "answered 403");
  await expectRefused("gone.json", "answered 404: nothing is there.");
  await openElsewhere(page, "script.json");
  await expect(rows(page).filter({ hasText: "<img src=x onerror=document.title=1>" })).toHaveCount(1);
  for (const [address, message] of [
    ["javascript:alert(1)", "this address begins with “javascript:”"],
    ["other.example", "is not the full address of a catalogue"],
  ] as const) {
    await page.goto(`#/catalogue?catalogue=${encodeURIComponent(address)}`);
    await expect(page.getByRole("alert")).toContainText(message);
  }
});

test("a site that fails for a while is asked again, and one that lets nobody read says which header is missing", async ({
  page,
}) => {
  let asked = 0;
  await serveElsewhere(page, {
    "index.json": async (route) => {
      asked += 1;
      await route.fulfill(
        asked === 1 ? { status: 503, headers: cors, body: "" } : { status: 200, headers: cors, body: shippedIndex },
      );
    },
  });
  await openElsewhere(page);
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  expect(asked).toBe(2);
  // A real host of another origin, which sends no header for others.
  const host = await serve();
  await page.goto(`#/catalogue?catalogue=${host.url}catalogue/`);
  await expect(page.getByText("There was no answer. Attempt 2 of 4.")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("Access-Control-Allow-Origin");
  await page.route(`${host.url}**`, (route) => route.fulfill({ status: 200, headers: cors, body: shippedIndex }));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await host.close();
});

test("without a network what was read stays, and what was not is read when it is back", async ({ page, context }) => {
  await openCatalogue(page);
  await context.setOffline(true);
  const notice = page.getByRole("status").filter({ hasText: "You are offline." });
  await expect(notice).toContainText("This catalogue is shown as it was read on");
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await page.getByRole("link", { name: "T-maze, independent agents on two workers" }).click();
  await expect(notice).toContainText(
    "This result has not been read yet. It will be read as soon as you are online again.",
  );
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("T-maze, independent agents on two workers");
  await expect(page.getByText("Catalogue result ·")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("what was read stays in sight when reading it again fails", async ({ page, context }) => {
  await serveElsewhere(page, { "index.json": shippedIndex });
  await openElsewhere(page);
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await page.unroute(`${elsewhere}**`);
  await serveElsewhere(page, {});
  await context.setOffline(false);
  const notice = page.getByRole("status").filter({ hasText: "reading it again failed." });
  await expect(notice).toContainText("answered 404");
  await expect(page.getByTestId("catalogue-count")).toHaveText(`${SHIPPED.length} results.`);
  await serveElsewhere(page, { "index.json": shippedIndex.replace("Headroom’s own", "Their newer") });
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("“Their newer measurements”")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("nothing to find, and nothing wider than a phone", async ({ page }) => {
  await serveElsewhere(page, { "empty.json": shippedIndex.replace(/"results": [^]*/, '"results": []}') });
  const expectSound = async (): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectAccessible(page);
    await expectNoOverflow(page);
  };
  await openCatalogue(page);
  await expectSound();
  await page.getByRole("link", { name: "Explorer, all to all, by messages" }).click();
  await expect(page.getByText("Catalogue result ·")).toBeVisible();
  await expectSound();
  await openElsewhere(page, "gone.json");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound();
  await openElsewhere(page, "empty.json");
  await expect(page.getByText("Nothing is in this catalogue yet.")).toBeVisible();
  await expectSound();
});
