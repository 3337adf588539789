// `npm run bench`: a run of the app in a real browser without a person, the table filling in the terminal.
import { copyFile, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { readOptions, usage } from "./lib/bench-options.mjs";
import { withBrowser } from "./lib/drive.mjs";
import { junitOf } from "./lib/junit.mjs";
import { run } from "./lib/run.mjs";

const EXIT = { fine: 0, badInput: 2, invalid: 3 };
const asked = readOptions(process.argv.slice(2));
if (typeof asked === "string" || asked.help) {
  console.log(typeof asked === "string" ? `${asked}\n\n${usage}` : usage);
  process.exit(typeof asked === "string" ? EXIT.badInput : EXIT.fine);
}

const columns = ["Agents", "Efficiency", "Core-normalised", "Throughput", "p50", "p95", "Status"];

/** The table of the page as it stands: a line for each measured row. */
async function tableOf(page) {
  return page
    .getByRole("table", { name: "Scaling table, measured here" })
    .evaluate((table) => {
      const clean = (element) => element.innerText.replaceAll(/\s+/g, " ").trim();
      const heads = [...table.querySelectorAll("thead th")].map((head) => {
        const [label = "", unit = ""] = head.innerText.split("\n").map((part) => part.trim());
        return { label, unit };
      });
      const rows = [...table.querySelectorAll("tbody tr[data-agents]")].map((row) =>
        Object.fromEntries([...row.children].map((cell, at) => [heads[at]?.label ?? "", clean(cell)])),
      );
      return { heads, rows };
    })
    .catch(() => ({ heads: [], rows: [] }));
}

/** "92% 90%–94%" → "92% (90%–94%)", "●Good" → "● Good". */
function cellText(text) {
  return text.replace(/^(\S+) (\S+–\S+)$/, "$1 ($2)").replace(/^([●▲■])(?=\S)/, "$1 ");
}

async function progressOf(page) {
  const text = page.getByText(/^(Trial \d+ of|Calibrating)/).first();
  return (await text.isVisible()) ? text.innerText() : "";
}

/** Draws the table over itself in a terminal; elsewhere only once, at its end. */
class Screen {
  #height = 0;

  #over() {
    if (this.#height > 0) process.stdout.write(`\u001B[${this.#height}A\u001B[J`);
    this.#height = 0;
  }

  show(lines) {
    if (!process.stdout.isTTY) return;
    this.#over();
    process.stdout.write(`${lines.join("\n")}\n`);
    this.#height = lines.length;
  }

  end(lines) {
    this.#over();
    for (const text of lines) console.log(text);
  }
}

function line(cells) {
  return cells.map((cell, at) => (at === columns.length - 1 ? `  ${cell}` : cell.padStart(at === 0 ? 7 : 18))).join("");
}

async function saved(page, button, file) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const path = await download.path();
  if (file !== undefined) await copyFile(path, file);
  return readFileSync(path, "utf8");
}

/** Measures, printing every row once it stands. @returns the exit code */
async function measure(page, url) {
  await page.goto(`${url}#/?${new URLSearchParams(asked.parameters)}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const refused = page.getByRole("alert").filter({ hasText: "The address asks for" });
  if ((await refused.count()) > 0) {
    console.error(await refused.innerText());
    return EXIT.badInput;
  }
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const done = page.getByRole("button", { name: "Save", exact: true });
  const broken = page.getByRole("alert").filter({ hasText: "could not be started" });
  const screen = new Screen();
  for (let ended = false; !ended;) {
    ended = (await done.isVisible()) || (await broken.isVisible());
    const { heads, rows } = await tableOf(page);
    const unitOf = (label) => heads.find((head) => head.label === label)?.unit ?? "";
    const lines = [
      line(columns.map((label) => `${label} ${unitOf(label)}`.trim())),
      ...rows.map((row) => line(columns.map((label) => cellText(row[label] ?? "–")))),
    ];
    if (ended) screen.end(rows.length === 0 ? [] : lines);
    else {
      screen.show([...(rows.length === 0 ? [] : lines), await progressOf(page)]);
      await page.waitForTimeout(500);
    }
  }
  if (await broken.isVisible()) {
    console.error(await broken.innerText());
    return EXIT.invalid;
  }
  return EXIT.fine;
}

async function report(page) {
  const result = JSON.parse(await saved(page, "Save", asked.files.out));
  if (asked.files.markdown !== undefined) await saved(page, "Markdown", asked.files.markdown);
  const rates = (agents) =>
    result.trials.filter((trial) => trial.kind === "row" && trial.state === "valid" && trial.agents === agents);
  const missing = result.configuration.agents.filter((agents) => rates(agents).length === 0);
  if (asked.files.junit !== undefined) {
    const cases = result.configuration.agents.map((agents) => ({
      name: `${agents} agents`,
      seconds: (rates(agents).length * result.configuration.windowMs) / 1_000,
      figures: rates(agents)
        .map(({ opsPerSecond }) => `${opsPerSecond} op/s`)
        .join(", "),
      problem: missing.includes(agents) ? `No trial at ${agents} agents counts.` : null,
    }));
    await writeFile(asked.files.junit, junitOf("Headroom benchmark", cases));
  }
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  console.log(`\n${await page.getByTestId("verdict").innerText()}`);
  console.log(`${asked.site}${link.slice(link.indexOf("#"))}`);
  if (missing.length === 0) return EXIT.fine;
  console.error(`No trial counts at ${missing.join(", ")} agents; the reasons are in the result.`);
  return EXIT.invalid;
}

const built = await run("vite", ["build", "--logLevel", "error"]);
if (built.code !== 0) process.exit(EXIT.invalid);
let code = EXIT.invalid;
await withBrowser(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  code = await measure(page, url);
  if (code === EXIT.fine) code = await report(page);
});
process.exit(code);
