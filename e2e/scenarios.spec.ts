// Topologies and scenarios as a person uses them: chosen, run, read, and opened from a link in a fresh profile.
import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  MEASURES,
  chooseQuestion,
  copiedLink,
  keptLink,
  keptRows,
  openBenchmark,
  runToAnswer,
  tableTexts,
  unfolded,
} from "./quick.ts";

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

/** How many messages four agents read in a round; every topology and transport, and each of them in a few. */
const journeys = [
  { topology: "ring", transport: "messages between workers", messages: "8" },
  { topology: "star", transport: "shared memory", messages: "6" },
  { topology: "all-to-all", transport: "messages between workers", messages: "12" },
];

for (const { topology, transport, messages } of journeys) {
  test(
    `${topology} by ${transport}: from the form to a link in a fresh profile, with the messages of its closed form`,
    MEASURES,
    async ({ page, browser }) => {
      await openBenchmark(page, "agents=1,4&repeats=1&window=150");
      const option = page.getByRole("combobox", { name: "Topology" }).locator(`option[value="${topology}"]`);
      await expect(option).toHaveCount(1);
      await page.getByRole("combobox", { name: "Topology" }).selectOption(topology);
      await page.getByRole("combobox", { name: "Transport" }).selectOption({ label: transport });
      await runToAnswer(page);
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

test(
  "one agent: chosen as a question, held against the published targets, kept, and opened from a link",
  MEASURES,
  async ({ page, browser }) => {
    await openBenchmark(page, "");
    await chooseQuestion(page, "How fast is one?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("How fast is one agent on this machine?");
    await expect(page).toHaveURL(/scenario=single-agent/);
    await page.getByRole("textbox", { name: "Repeats" }).fill("2");
    await page.getByText("Advanced", { exact: true }).click();
    await page.getByRole("textbox", { name: "Window, ms" }).fill("300");
    await expect(page).toHaveURL(/window=300/);
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText(/One agent does [\d,]+ op\/s on one worker/);
    // The browser tells memory a while after the run, and the link has it from then on.
    await expect.poll(async () => (await tableTexts(page)).join()).not.toContain("had not measured it yet");
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
  await chooseQuestion(page, "What does talking cost?");
  await expect(page).toHaveURL(/scenario=coordination/);
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

test(
  "a team searches: chosen as a question, talking beside silence and one mind, with the rounds of theory, kept and opened from a link",
  MEASURES,
  async ({ page, browser }) => {
    await openBenchmark(page, "");
    await chooseQuestion(page, "What does talking buy?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does talking buy a team that searches?");
    await page.goto("#/?scenario=search&agents=1,6&topology=star&repeats=6&episodes=10&window=100");
    await runToAnswer(page);
    await expect(page.getByTestId("verdict")).toContainText("6 agents who speak through one hub need");
    await expect(page.getByTestId("verdict")).toContainText("one mind with all their eyes");
    const texts = await tableTexts(page);
    expect(texts).toHaveLength(2);
    // On a star of six with Metropolis weights: ⌈ln 0.001 / ln(5/6)⌉ rounds.
    const agreement = await unfolded(page, "How fast the team agrees");
    await expect(agreement.getByRole("row").last()).toHaveText(/^6\s*38\s*38/);

    const colleague = await openedElsewhere(browser, await copiedLink(page));
    expect(await tableTexts(colleague)).toEqual(texts);
    await expect(colleague.getByTestId("verdict")).toContainText("one mind with all their eyes");
    await colleague.context().close();
  },
);

test("one search can be watched: step by step, played to its end, and begun again with another team", async ({
  page,
}) => {
  await page.goto("#/?scenario=search");
  await page.getByText("Watch one search").click();
  const told = page.getByTestId("watched");
  await expect(told).toContainText("Nobody has looked yet");
  await page.getByRole("button", { name: "Step" }).click();
  await expect(told).toHaveText(/^After 1 round /);
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "8 a second" });
  await page.getByRole("button", { name: "Play" }).click();
  await expect(told).toContainText("a collector stands on the target", { timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Step" })).toBeDisabled();
  await page.getByRole("combobox", { name: "Team" }).selectOption({ label: "in silence" });
  await expect(told).toContainText("Nobody has looked yet");
});

const patterns = [
  { name: "handoff", said: /^5 agents hand on .* things a second.*No thing was lost or held twice/s },
  { name: "consensus", said: /^Votes of 5 agents pass in .*by theory 84%/s },
  { name: "broadcast", said: /^One of 5 agents reaches all others in 100% of its broadcasts.*It takes 8 messages/s },
  {
    name: "contention",
    said: /^5 agents share 1 resource: it is in use .* of the time, by theory .*No resource had two holders/s,
  },
] as const;

test(
  "each pattern of dealing ends as it must, beside theory and the published test, and opens from a link",
  MEASURES,
  async ({ page, browser }) => {
    await page.goto("#/");
    await chooseQuestion(page, "Do handoffs and votes work?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Do handoffs, votes and shared resources work/);
    for (const { name, said } of patterns) {
      await page.goto(`#/?scenario=patterns&pattern=${name}&agents=2,5&repeats=2&window=150`);
      await runToAnswer(page);
      await expect(page.getByTestId("verdict")).toHaveText(said);
      await expect(await unfolded(page, "Beside the published load test")).toBeVisible();
      expect(await tableTexts(page)).toHaveLength(2);
    }
    const texts = await tableTexts(page);
    const colleague = await openedElsewhere(browser, await copiedLink(page));
    expect(await tableTexts(colleague)).toEqual(texts);
    await colleague.context().close();
  },
);

test(
  "agents that crash, messages that are lost and a worker that dies are accounted for every second, and open from a link",
  MEASURES,
  async ({ page, browser }) => {
    await page.goto("#/");
    await chooseQuestion(page, "What if agents fail?");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What if agents fail?");
    await page.goto(
      "#/?scenario=failures&agents=8&crashes=0,20&loss=10&deaths=1&repeats=1&window=2000&restart=without-beliefs",
    );
    await runToAnswer(page);
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText("When 8 agents crash in 20% of their ops and 10% of the messages are lost");
    await expect(verdict).toContainText("done, failed and in flight were what was offered");
    await expect(verdict).toContainText("without its beliefs");
    const deaths = await unfolded(page, "An agent that crashes, and a worker that dies");
    await expect(deaths.getByRole("row").last()).toHaveText(/^Worker\s*1\s*[\d.]+ m?s/);
    const texts = await tableTexts(page);
    const colleague = await openedElsewhere(browser, await copiedLink(page));
    expect(await tableTexts(colleague)).toEqual(texts);
    await colleague.context().close();
  },
);

test("what cannot be is refused in the form, with the field and the way out", async ({ page }) => {
  await page.goto("#/?scenario=failures");
  await page.getByRole("textbox", { name: "Crashes, %", exact: true }).fill("5, 30");
  await expect(page.getByText(/Crashes, % must be .* from 0 to 20/)).toBeVisible();
  await page.goto("#/?scenario=patterns&pattern=handoff&agents=1");
  await expect(page.getByText("Agents: handoffs take 2 agents at least. Add 2.").first()).toBeVisible();
});
