// Sharing: a link as a code for phones, cards as pictures, and links that others sent as a table of machines.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { realisticResult } from "../src/results/fixtures/realistic-result.ts";
import { linkPayload } from "../src/results/link/result-link.ts";
import { chooseMore } from "./quick.ts";
import { expectAccessible } from "./sound.ts";

async function payloadOf(seed: number, repeats = 3): Promise<string> {
  return (await linkPayload({ ...realisticResult({ seed, repeats }), id: `shared${seed}` })) ?? "";
}

test("a link is shown as a code, by keyboard too, and one that is too long says the way out", async ({ page }) => {
  await page.goto(`./#/r/${await payloadOf(1)}`);
  await page.getByRole("button", { name: "More", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "QR code" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Scan to open this result" });
  await expect(dialog.getByRole("img", { name: "QR code of the link to this result" })).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.goto(`./#/r/${await payloadOf(2, 30)}`);
  await chooseMore(page, "QR code");
  await expect(dialog.getByRole("alert")).toContainText("Copy the link and send it, or download the result");
});

test("the card is saved as a drawing", async ({ page }) => {
  await page.goto(`./#/r/${await payloadOf(1)}`);
  const [saved] = await Promise.all([page.waitForEvent("download"), chooseMore(page, "Card as SVG")]);
  expect(saved.suggestedFilename()).toBe("headroom-shared1.svg");
  const card = await readFile(await saved.path(), "utf8");
  expect(card).toContain('width="1200" height="630"');
  expect(card).toContain("<polyline");
  expect(card).toMatch(/>[●▲] (steady|unsteady)</);
});

test("pasted links become machines, a bad one is named, and two are compared", async ({ page }) => {
  const [first, second] = [await payloadOf(1), await payloadOf(2)];
  await page.goto("./#/results");
  await page.getByRole("link", { name: "Machines: links that others sent" }).click();
  await page
    .getByLabel("Links to results, as Copy link makes them")
    .fill(
      `Anna: https://a.example/#/r/${first} https://a.example/#/r/${second}\nhttps://a.example/#/r/${second.slice(0, 90)} https://a.example/#/capacity/plan?v=3&rows=1:10,190:1900`,
    );
  await page.getByRole("button", { name: "Read the links" }).click();
  const rows = page.getByTestId("machines").locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Anna");
  await expect(rows.first()).toContainText(/op\/s/);
  await expect(page.getByRole("alert")).toContainText("This link is damaged or cut short");
  await expect(page.getByRole("alert")).toContainText("it leads to a plan. Expected is a link with #/r/ in it");
  await expect(page.getByTestId("machine-ranking")).toContainText(
    /^Machine 2 is the fastest at 50 agents: .* times as fast as Anna/,
  );
  await expectAccessible(page);
  for (const box of await rows.getByRole("checkbox").all()) await box.check();
  await page.getByRole("link", { name: "Compare 2 results" }).click();
  await expect(page.getByRole("heading", { name: "How do these 2 results differ?" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Anna");
  expect(page.url()).toContain("names=Anna");
  await page.goBack();
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Compare 2 results" })).toBeVisible();
  const field = page.getByLabel("Links to results, as Copy link makes them");
  await field.fill(`${await field.inputValue()}\nBen: https://a.example/#/r/${first}`);
  await page.getByRole("button", { name: "Read the links" }).click();
  await expect(page.getByRole("alert")).toContainText("Ben: the same as Anna, so it is left out.");
});

test("I2: machines of one configuration tell how far they differ, and lead to a plan with the low end", async ({
  page,
}) => {
  const payloads = [await payloadOf(1), await payloadOf(2), await payloadOf(3)];
  await page.goto("./#/compare");
  const text = payloads.map((payload, n) => `Node ${n}: https://a.example/#/r/${payload}`).join("\n");
  await page.getByLabel("Links to results, as Copy link makes them").fill(text);
  await page.getByRole("button", { name: "Read the links" }).click();
  const rows = page.getByTestId("machine-spread").locator("tbody tr");
  await expect(rows).toHaveCount(7);
  await expect(rows.first()).toContainText(/^1 agent.*Node \d: [\d,]+.*Node \d: [\d,]+/);
  await expect(page.getByText(/^3 machines differ by [\d.]+% from the least to the most/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Plan with the low end" }).click();
  await expect(page.getByRole("main")).toContainText("low end of 3 machines");
});
