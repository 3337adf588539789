// The real command `npm run rules`: what it prints, and its exit codes, which are promtool's.
import { containing } from "../../src/alerts/fixtures/texts.ts";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-rules-command-"));
afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(name: string, ...lines: readonly string[]): string {
  const path = join(house, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/rules.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const good = put(
  "good.yml",
  "groups:",
  "  - name: g",
  "    rules:",
  "      - { alert: Down, expr: up == 0, for: 5m, labels: { severity: page } }",
);
const bad = put(
  "bad.yml",
  "groups:",
  "  - name: g",
  "    rules:",
  "      - alert: a",
  "        expr: up =",
  "      - alert: b",
  "        expr: rate(up[5m]) > 1",
);
const beyond = put(
  "beyond.yml",
  "groups:",
  "  - name: g",
  "    rules:",
  "      - { alert: b, expr: vector(1) }",
  "      - { alert: c, expr: up == 0 }",
);

test("B4: check accepts a good file, and prints each fault of a bad one with line and column", () => {
  expect(run("check", good)).toMatchObject({
    status: 0,
    stderr: "",
    stdout: containing("SUCCESS: 1 rule read"),
  });
  const { status, stderr, stdout } = run("check", good, bad);
  expect(status).toBe(1);
  expect(stderr).toContain(`${bad}:5:18: "expr": `);
  expect(stderr).toContain(`${bad}:7:15: "expr": The function rate(…)`);
  expect(stdout).toContain("FAILED: 0 rules read, 2 faults");
});

test("B4: --simple passes over what is beyond, and nothing else", () => {
  expect(run("check", beyond).status).toBe(1);
  expect(run("check", beyond, "--simple")).toMatchObject({
    status: 0,
    stdout: containing("1 place beyond what is read here passed over"),
  });
  expect(run("check", bad, "--simple").status).toBe(1);
});

test("B8: check prints hints at their places, and they do not fail the file", () => {
  const hinted = put("hinted.yml", "groups:", "  - name: g", "    rules:", "      - { alert: a, expr: absent(up) }");
  expect(run("check", hinted)).toMatchObject({
    status: 0,
    stdout: containing(`${hinted}:4:27: hint: absent(…) without "for"`),
  });
});

function testFile(name: string, expected: string): string {
  return put(
    name,
    "rule_files: ['goo*.yml']",
    "tests:",
    "  - input_series: [{ series: 'up{job=\"a\"}', values: 0x10 }]",
    "    alert_rule_test:",
    `      - { eval_time: 5m, alertname: Down, exp_alerts: [{ exp_labels: { job: a, severity: ${expected} } }] }`,
  );
}

test("B3: test passes with 0, and fails with 1 and a diff of expected and got", () => {
  expect(run("test", testFile("passes.yml", "page"))).toMatchObject({
    status: 0,
    stdout: containing("SUCCESS: 1 passed, 0 failed, 0 not judged"),
  });
  const { status, stderr } = run("test", testFile("fails.yml", "info"));
  expect(status).toBe(1);
  expect(stderr).toContain("alertname Down at 5m: failed");
  expect(stderr).toContain('- {alertname="Down", job="a", severity="info"}');
  expect(stderr).toContain('+ {alertname="Down", job="a", severity="page"}');
});

test("B3: what cannot be judged fails, unless --simple passes over it", () => {
  const path = put("unknown.yml", "tests:", "  - promql_expr_test: [{ expr: vector(1) }]");
  expect(run("test", path)).toMatchObject({ status: 1, stderr: containing("not judged") });
  expect(run("test", path, "--simple").status).toBe(0);
});

test("B2: --lookback says whether a sample of exactly five minutes counts", () => {
  const path = put(
    "old.yml",
    "tests:",
    "  - input_series: [{ series: up, values: 1 }]",
    "    promql_expr_test: [{ expr: up, eval_time: 5m, exp_samples: [{ labels: up, value: 1 }] }]",
  );
  // Evaluations go on to 5 minutes, as there is a rule group or not.
  expect(run("test", path, "--lookback", "inclusive").status).toBe(0);
  expect(run("test", path).status).toBe(1);
});

test("B7: export writes the published rules in both forms, and each is read back", () => {
  const out = join(house, "published.yml");
  const prometheus = run("export", "--out", out);
  expect(prometheus).toMatchObject({ status: 0, stdout: "", stderr: containing("Both cannot be right") });
  expect(run("check", out).status).toBe(0);
  const published = run("export", out, "--to", "published");
  expect(published.status).toBe(0);
  const path = put("published.json", published.stdout);
  expect(run("check", path)).toMatchObject({ status: 0, stdout: containing("5 rules read") });
  const again = join(house, "again.yml");
  run("export", path, "--out", again);
  expect(readFileSync(again, "utf8").replace("name: alerts", "name: published")).toBe(readFileSync(out, "utf8"));
  expect(run("export", bad)).toMatchObject({ status: 1, stdout: "" });
});

test("bad arguments and files are 1, with a message that says the way out", () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[], "The task is missing"],
    [["chek", good], 'There is no task "chek"'],
    [["check"], "Give a file to check"],
    [["check", good, "--lookback", "inclusive"], "--lookback is no flag of check"],
    [["check", good, "--interval", "5"], "5 without a unit"],
    [["test", good, "--lookback", "both"], "must be inclusive or exclusive"],
    [["export", good, bad], "takes one file"],
    [["export", "--to", "json"], "must be prometheus or published"],
    [["check", join(house, "nowhere.yml")], "cannot be read"],
    [["test", join(house, "nowhere.yml")], "cannot be read"],
  ];
  for (const [args, part] of cases)
    expect({ args, ...run(...args) }).toMatchObject({ args, status: 1, stderr: containing(part) });
  expect(run("--help")).toMatchObject({ status: 0, stdout: containing("Exit codes, as promtool's") });
});
