// Links as they arrive: encoded by a messenger, cut, changed, or of an older kind.
import { expect, type Page, test } from "@playwright/test";
import { verdictResults } from "../src/results/fixtures/verdict-results.ts";
import { compareAddress } from "../src/comparison/compare-address.ts";
import { encodeLink } from "../src/results/link/result-link.ts";

const answer = (page: Page) => page.getByTestId("answer");
const asked = (page: Page) => page.getByText(/^Asked: /);
const older =
  "#/capacity/plan?v=1&curve=rows&rows=1:4373.3,4:15582.9,8:27353.5,12:37502.2,16:45365.2,20:46926.8,24:42854.2,28:39835.9,32:38863&title=postgresql&ops=150000";

test("an encoded link opens the plan, also where it is pasted into an open page", async ({ page }) => {
  await page.goto("#%2Fcapacity%2Fplan%3Fv%3D1%26ops%3D300");
  await expect(page.getByRole("alert")).toContainText("300 op/s");
  await page.getByRole("button", { name: "Plan what it asks" }).click();
  await expect(asked(page)).toContainText("Asked: 300 op/s");
  await page.evaluate(() => {
    globalThis.location.hash = "%2Fcapacity%2Fplan%3Fops%3D700";
  });
  await expect(asked(page)).toContainText("Asked: 700 op/s");
});

test("an older link is planned once its demand was looked at, and then has a check that a cut breaks", async ({
  page,
}) => {
  // It lost its last character, which nothing in it can tell: it is not planned.
  await page.goto(older.slice(0, -1));
  await expect(page.getByRole("alert")).toContainText("Is this link whole?");
  await expect(page.getByRole("alert")).toContainText("15,000 op/s");
  await expect(answer(page)).toHaveCount(0);
  await page.goto("about:blank");
  await page.goto(older);
  await expect(page.getByRole("alert")).toContainText("150,000 op/s");
  await expect(page.getByRole("alert")).toContainText("“postgresql”, 9 rows");
  await page.getByRole("button", { name: "Plan what it asks" }).click();
  await expect(answer(page)).toContainText("4 processes of 12 agents");
  await expect(page).toHaveURL(/\?v=3&curve=rows&rows=.*,12:37502\.2,.*&check=[0-9a-f]{8}$/);
  await expect(page.getByRole("alert")).toHaveCount(0);
  const whole = page.url();
  await page.goto("about:blank");
  await page.goto(whole);
  await expect(asked(page)).toContainText("Asked: 150,000 op/s");
  for (const cut of [whole.slice(0, -1), whole.slice(0, whole.indexOf("&check")), whole.replace("150000", "15000")]) {
    await page.goto("about:blank");
    await page.goto(cut);
    await expect(page.getByRole("alert")).toContainText("This link was cut or changed on its way");
    await expect(answer(page)).toHaveCount(0);
  }
});

test("an older link that breaks off in a row, and one that a second # parts, are refused", async ({ page }) => {
  await page.goto(older.slice(0, older.indexOf("02.2")));
  await expect(page.getByRole("alert")).toContainText("This link breaks off");
  await page.goto("about:blank");
  await page.goto("#/capacity/plan#?v=2&ops=300");
  await expect(page.getByRole("alert")).toContainText("This link was cut or changed");
  await page.getByRole("button", { name: "Start a new plan" }).click();
  await expect(asked(page)).toContainText("Asked: 500 op/s");
});

test("an encoded result and an encoded comparison open; a changed comparison does not", async ({ page }) => {
  const { baseline, current } = verdictResults();
  const [first, second] = await Promise.all([encodeLink(baseline), encodeLink(current)]);
  await page.goto(`#${encodeURIComponent(`/r/${first}`)}`);
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  const { params, search } = compareAddress([first, second]);
  const whole = `/compare/${params.sources}?check=${search["check"] ?? ""}`;
  await page.goto("about:blank");
  await page.goto(`#${encodeURIComponent(whole)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How do these 2 results differ?");
  await expect(page.getByText("This address has no check")).toHaveCount(0);
  await page.goto("about:blank");
  await page.goto(`#${whole.slice(0, -1)}`);
  await expect(page.getByRole("alert")).toContainText("the comparison that it asks for is not known");
  await page.goto("about:blank");
  await page.goto(`#/compare/${first},${second}`);
  await expect(page.getByText("This address has no check")).toBeVisible();
});
