// Topologies and scenarios as a person uses them: chosen, run, read, and opened from a link in a fresh profile.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { MEASURES, copiedLink, keptLink, keptRows, openBenchmark, runToAnswer, runToEnd, tableTexts } from "./quick.ts";

/** Opens the link of a finished run where nobody was before. @returns the page */
async function openedElsewhere(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText("Shared result ·")).toBeVisible();
  return page;
}

/** The breakdown's figure of one column at a point. */
async function breakdownAt(page: Page, heading: string, agents: string): Promise<string> {
  const table = page.getByRole("table", { name: "What hearing each other costs" });
  const heads = await table.locator("thead th").allInnerTexts();
  const at = heads.findIndex((text) => text.startsWith(heading));
  const row = table.locator("tbody tr").filter({ has: page.getByRole("rowheader", { name: agents, exact: true }) });
  return row.locator("th, td").nth(at).innerText();
}

const messagesOf = { ring: "8", star: "6", "all-to-all": "12" } as const;

for (const [topology, messages] of Object.entries(messagesOf)) {
  for (const transport of ["shared memory", "messages between workers"]) {
    test(
      `${topology} by ${transport}: from the form to a link in a fresh profile, with the messages of its closed form`,
      MEASURES,
      async ({ page, browser }) => {
        await openBenchmark(page, "agents=1,4&repeats=1&window=150");
        const option = page.getByRole("combobox", { name: "Topology" }).locator(`option[value="${topology}"]`);
        await expect(option).toHaveCount(1);
        await page.getByRole("combobox", { name: "Topology" }).selectOption(topology);
        await page.getByRole("combobox", { name: "Transport" }).selectOption({ label: transport });
        await runToEnd(page);
        const texts = await tableTexts(page);
        expect(texts).toHaveLength(2);
        expect(await breakdownAt(page, "Messages a round", "4")).toBe(messages);
        expect(await breakdownAt(page, "Messages a round", "1")).toBe("0");

        const colleague = await openedElsewhere(browser, await copiedLink(page));
        await expect(colleague.getByRole("heading", { level: 1 })).toContainText(topology);
        expect(await tableTexts(colleague)).toEqual(texts);
        expect(await breakdownAt(colleague, "Messages a round", "4")).toBe(messages);
        await colleague.context().close();
      },
    );
  }
}

test(
  "one agent: chosen as a question, held against the published targets, kept, and opened from a link",
  MEASURES,
  async ({ page, browser }) => {
    await openBenchmark(page, "");
    await page.getByRole("link", { name: "How fast is one?" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How fast is one agent on this machine?");
    await expect(page).toHaveURL(/scenario=single-agent/);
    await page.getByRole("textbox", { name: "Repeats" }).fill("2");
    await page.getByText("Advanced", { exact: true }).click();
    await page.getByRole("textbox", { name: "Window, ms" }).fill("300");
    await expect(page).toHaveURL(/window=300/);
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText(/One agent does [\d,]+ op\/s on one worker/);
    const texts = await tableTexts(page);
    expect(texts.map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual(["as fast as", "at 20 op/s"]);
    const targets = page.getByRole("table", { name: "Published targets" });
    await expect(targets.locator("tbody tr")).toHaveCount(5);
    await expect(targets.getByRole("row", { name: /^mean under 50 ms/ })).toContainText("met");
    await expect(page.locator("svg.recharts-surface").first()).toBeVisible();

    const colleague = await openedElsewhere(browser, await copiedLink(page));
    expect(await tableTexts(colleague)).toEqual(texts);
    await expect(colleague.getByRole("table", { name: "Published targets" }).locator("tbody tr")).toHaveCount(5);
    await colleague.getByRole("link", { name: "Measure the same here" }).click();
    await expect(colleague).toHaveURL(/scenario=single-agent/);
    await expect(colleague.getByRole("textbox", { name: "Window, ms" })).toHaveValue("300");
    await colleague.context().close();

    await expect(keptLink(page)).toBeVisible();
    await page.getByRole("link", { name: "Results", exact: true }).click();
    await expect(keptRows(page)).toHaveCount(1);
    await expect(page.getByRole("list", { name: "Kept results" })).toContainText("one agent, explorer");
  },
);

test("a bare address asks how many agents this machine holds, and one without a scenario is of scaling", async ({
  page,
}) => {
  await page.goto("#/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How many agents does this machine hold?");
  await page.goto("#/?topology=none&placement=single-lane");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^What would an interpreter lock do to agents/);
  await page.getByRole("link", { name: "Does talking cost?" }).click();
  await expect(page).toHaveURL(/scenario=scaling/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does talking cost agents on this machine?");
});

test("a field that the scenario does not have, and an unknown scenario, are named in the address's notice", async ({
  page,
}) => {
  await page.goto("#/?scenario=single-agent&agnets=5&agents=5");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("agnets=5. There is no setting of this name.");
  await expect(alert).toContainText("agents=5. There is no setting of this name.");
  await page.goto("#/?scenario=single-agnet");
  await expect(alert).toContainText("Did you mean single-agent? scaling is used instead.");
});
