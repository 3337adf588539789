// Alert rules of a plan: their thresholds are its figures, and Prometheus' own checker accepts the files.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readRules } from "../../../alerts/rule-file/read-rules.ts";
import type { AlertRule } from "../../../alerts/rule.ts";
import { alertRuleObject, alertRules } from "./alert-rules.ts";
import { capacityAlerts } from "./capacity-alerts.ts";
import { arbitraryInput, equalInput, mixedInput, planOfSizes } from "../fixtures/inputs.ts";
import { planFile } from "../plan-files.ts";

const promtool = spawnSync("promtool", ["--version"]).status === 0;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "headroom-rules-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function check(texts: readonly string[]) {
  const at = folder();
  const files = texts.map((text, n) => {
    const path = join(at, `${n}.rules.yaml`);
    writeFileSync(path, text);
    return path;
  });
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "rules", ...files], { encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}

const expressions = (input: typeof equalInput) =>
  Object.fromEntries((alertRules(input).groups[0]?.rules ?? []).map(({ alert, expr }) => [alert, expr]));

test("thresholds are the plan's figures", () => {
  expect(expressions(equalInput)).toEqual({
    ThroughputBelowDemand: 'sum(rate(agent_ops_total{namespace="agents",pod=~"fleet-n(16)-.+"}[5m])) < 285',
    ThroughputUnknown: 'absent(agent_ops_total{namespace="agents",pod=~"fleet-n(16)-.+"})',
    TooFewProcesses: 'sum(kube_deployment_status_replicas_available{namespace="agents",deployment=~"fleet-n16"}) < 2',
    SpareProcessesInUse:
      'sum(kube_deployment_status_replicas_available{namespace="agents",deployment=~"fleet-n16"}) < 3',
    // Half way from 1214 to 1820 MiB.
    MemoryNearLimit: `container_memory_working_set_bytes{namespace="agents",pod=~"fleet-n(16)-.+",container="agents"} > ${1517 * 2 ** 20}`,
  });
});

test("a mixed plan without spare counts all sizes together, and watches the memory of each", () => {
  const alerts = alertRules(mixedInput).groups[0]?.rules ?? [];
  expect(alerts.map(({ alert }) => alert)).toEqual([
    "ThroughputBelowDemand",
    "ThroughputUnknown",
    "TooFewProcesses",
    "MemoryNearLimit",
    "MemoryNearLimit",
  ]);
  expect(alerts[2]?.expr).toBe(
    'sum(kube_statefulset_status_replicas_available{namespace="agents",statefulset=~"fleet-n16|fleet-n15"}) < 2',
  );
});

test("without a buffer there is no alert on memory: none could come before the limit", () => {
  const request = { ...equalInput.request, constants: { ...equalInput.request.constants, bufferShare: 0 } };
  const input = { ...equalInput, request, plan: planOfSizes([16], request) };
  expect(Object.keys(expressions(input))).not.toContain("MemoryNearLimit");
});

test("rules within the grammar are read by the Monitor as they were made, and the others are told to be beyond it", () => {
  const { groups, faults } = readRules(planFile("alert-rules", mixedInput).text);
  const made = capacityAlerts(mixedInput).filter((rule): rule is AlertRule => "condition" in rule);
  expect(groups[0]?.rules).toEqual(made);
  expect(made.map(({ name }) => name)).toEqual(["ThroughputUnknown", "MemoryNearLimit", "MemoryNearLimit"]);
  expect(faults.every(({ reach }) => reach === "beyond")).toBe(true);
});

test("the operator's object holds the same rules as the file", () => {
  expect(alertRuleObject(mixedInput).spec.groups).toEqual(alertRules(mixedInput).groups);
});

const because = promtool ? "" : " (skipped: promtool is not installed; Debian has it in the package prometheus)";

test.skipIf(!promtool)(`promtool accepts the rules of any plan${because}`, () => {
  const inputs = [equalInput, mixedInput, ...fc.sample(arbitraryInput, { numRuns: 20, seed: 7 })];
  const { status, output } = check(inputs.map((input) => planFile("alert-rules", input).text));
  expect(status, output).toBe(0);
  expect(output).toMatch(/SUCCESS: 10 rules found/);
});

test.skipIf(!promtool)(`promtool refuses a rule with a broken expression${because}`, () => {
  const { text } = planFile("alert-rules", equalInput);
  const { status, output } = check([text.replace("sum(rate(", "sum(rat(")]);
  expect(status).not.toBe(0);
  expect(output).toContain("unknown function");
});

/** Prometheus itself says which alerts fire: 3 processes at 100 op/s each, slower ones, and with some of them lost. */
test.skipIf(!promtool)(`in Prometheus the alerts fire when they should${because}`, () => {
  const at = folder();
  writeFileSync(join(at, "a.rules.yaml"), planFile("alert-rules", equalInput).text);
  const series = (rate: number) =>
    [1, 2, 3].map((n) => ({
      series: `agent_ops_total{namespace="agents",pod="fleet-n16-abc-${n}"}`,
      values: `0+${rate * 60}x60`,
    }));
  const replicas = (available: number) => ({
    series: 'kube_deployment_status_replicas_available{namespace="agents",deployment="fleet-n16"}',
    values: `${available}x60`,
  });
  const firing = (alertname: string, fires: boolean) => ({ eval_time: "30m", alertname, fires });
  const promtoolTest = (rate: number, available: number, expected: readonly ReturnType<typeof firing>[]) => ({
    interval: "1m",
    input_series: [...series(rate), replicas(available)],
    promql_expr_test: expected.map(({ eval_time, alertname, fires }) => ({
      expr: `count(ALERTS{alertname="${alertname}",alertstate="firing"}) or vector(0)`,
      eval_time,
      exp_samples: [{ labels: "{}", value: fires ? 1 : 0 }],
    })),
  });
  const tests = [
    promtoolTest(100, 3, [firing("ThroughputBelowDemand", false), firing("SpareProcessesInUse", false)]),
    promtoolTest(90, 2, [
      firing("ThroughputBelowDemand", true),
      firing("SpareProcessesInUse", true),
      firing("TooFewProcesses", false),
    ]),
    promtoolTest(100, 1, [firing("TooFewProcesses", true), firing("ThroughputUnknown", false)]),
  ];
  const path = join(at, "test.json");
  writeFileSync(path, JSON.stringify({ rule_files: ["a.rules.yaml"], evaluation_interval: "1m", tests }));
  const { status, stdout, stderr } = spawnSync("promtool", ["test", "rules", path], { encoding: "utf8" });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
