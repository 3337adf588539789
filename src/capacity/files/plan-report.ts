// The plan as a report for people: Markdown with tables, reasons and charts.
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { markdownList, markdownTable, markdownText } from "./markdown-text.ts";
import { memoryCharts, throughputChart } from "./plan-charts.ts";
import { processResources } from "../deployment/process-resources.ts";

/** A section; empty where there is nothing to say. */
function section(title: string, body: string): string {
  return body === "" ? "" : `## ${title}\n\n${body.trimEnd()}\n`;
}

function planTable(input: DeploymentInput): string {
  const rows = processResources(input).map((size) => [
    size.processes,
    size.agents,
    size.requestMi,
    size.limitMi,
    size.millicores / 1000,
    Number(size.opsPerSecond.toPrecision(3)),
  ]);
  const columns = ["Processes", "Agents in each", "Request (MiB)", "Limit (MiB)", "Cores", "Throughput of each (op/s)"];
  return markdownTable(columns, rows);
}

function machineTable({ plan: { machines }, words }: DeploymentInput): string {
  if (machines === null) return "";
  const rows = machines.placement.map((agents, machine) => [machine + 1, agents.length, agents.join(" + ")]);
  return `${markdownText(words.machines ?? "")}\n\n${markdownTable(["Machine", "Processes", "Agents of each"], rows)}`;
}

function curveText(input: DeploymentInput): string {
  const { curve } = input;
  const chart = throughputChart(input);
  return [
    `${markdownText(curve.title)} (${markdownText(`${curve.provenance}: ${curve.provenanceText}`)})\n`,
    `${markdownText(`Read as: ${curve.reading}`)}\n`,
    ...(curve.excludedRows.length === 0 ? [] : [`Left out:\n\n${markdownList(curve.excludedRows)}`]),
    ...(chart === "" ? [] : [`Bars are the rows, the line is the curve that was planned with.\n\n${chart}`]),
  ].join("\n");
}

/** @returns GitHub-flavoured Markdown with Mermaid charts; everything that came from a file is escaped */
export function planReport(input: DeploymentInput): string {
  const { names, words, madeOn, headroomVersion } = input;
  const probability = words.probability === null ? "" : `\n${markdownText(words.probability)}\n`;
  const tableNote =
    "The request is base, agents and cache; the limit adds the buffer. Both are rounded up to whole MiB of 2²⁰ bytes.";
  return [
    `# Capacity plan: ${markdownText(names.name)}\n`,
    `${markdownText(words.sentence)}\n${probability}`,
    `${markdownText(`Asked: ${words.demand}`)}\n`,
    section("The plan", `${planTable(input)}\n${tableNote}\n`),
    section("Machines", machineTable(input)),
    section("Why", markdownList(words.why)),
    section("Next-cheapest", markdownList(words.nextCheapest)),
    section("The curve", curveText(input)),
    section("Memory", memoryCharts(input).join("\n")),
    section("Assumptions", markdownList(words.assumptions)),
    `Made by Headroom ${markdownText(headroomVersion)} on ${markdownText(madeOn)}.\n`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}
