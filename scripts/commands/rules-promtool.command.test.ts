// B2: the same as the real promtool, on generated rules and series. Where promtool is not installed, this is skipped and says so.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { publishedRules } from "../../src/alerts/published/published-rules.ts";
import { rulesText } from "../../src/alerts/rule-file/write-rules.ts";
import type { AlertRule } from "../../src/alerts/rule.ts";
import type { Lookback } from "../../src/alerts/evaluation/sample-store.ts";
import { arbitraryAlerts } from "./fixtures/arbitrary-alerts.ts";
import { promtoolFiles, type PromtoolFiles } from "./fixtures/promtool-files.ts";

const CASES = 500;
const CASES_A_CALL = 50;

const version = /version (\d+)\./.exec(spawnSync("promtool", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1];
const isMissing = version === undefined;
const lookback: Lookback = Number(version) >= 3 ? "exclusive" : "inclusive";
const because = isMissing ? " (SKIPPED: promtool is not installed; Debian has it in the package prometheus)" : "";
if (isMissing) console.warn(`NOTICE: the comparison with Prometheus did not run${because}`);

const house = mkdtempSync(join(tmpdir(), "headroom-promtool-"));
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What promtool says of each test file: its part of the output, by its name. */
function promtool(files: readonly PromtoolFiles[]): readonly string[] {
  const paths = files.map(({ rules, test: text }, at) => {
    writeFileSync(join(house, `${at}.rules.yml`), rules);
    const path = join(house, `${at}.test.json`);
    writeFileSync(path, text);
    return path;
  });
  // One stream, so that each outcome stands below its file.
  const { stdout } = spawnSync("sh", ["-c", 'exec promtool test rules "$@" 2>&1', "sh", ...paths], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const parts = stdout.split(/^Unit Testing: {2}.*$/m).slice(1);
  expect(parts).toHaveLength(files.length);
  return parts;
}

function casesOf(seed: number, numRuns: number): readonly PromtoolFiles[] {
  return fc
    .sample(arbitraryAlerts, { numRuns, seed })
    .map((one, at) => promtoolFiles(one, `${at}.rules.yml`, lookback));
}

test.skipIf(isMissing)(
  `B2: ${CASES} generated cases agree with promtool in pending, firing, labels and value text at every evaluation${because}`,
  () => {
    let [pending, firing, errors] = [0, 0, 0];
    for (let call = 0; call < CASES / CASES_A_CALL; call += 1) {
      const files = casesOf(20_260 + call, CASES_A_CALL);
      promtool(files).forEach((output, at) => {
        const file = files[at];
        if (file === undefined) throw new Error("There are as many outcomes as files.");
        const told = `${file.rules}\n${file.test.slice(0, 1500)}\n${output.slice(0, 4000)}`;
        if (file.error === null) expect(output.trim(), told).toBe("SUCCESS");
        else
          expect(output, told).toMatch(
            /contains metrics with the same labelset after applying alert labels|duplicate sample for timestamp/,
          );
        pending += file.pending;
        firing += file.firing;
        errors += file.error === null ? 0 : 1;
      });
    }
    // The cases are about something.
    expect(pending).toBeGreaterThan(CASES);
    expect(firing).toBeGreaterThan(CASES);
    expect(errors).toBeGreaterThan(0);
  },
);

/** Two hundred values of all sizes, in between, and beyond. */
const VALUES = [
  ...fc.sample(fc.double({ noNaN: true }), { numRuns: 60, seed: 1 }),
  ...fc.sample(fc.double({ min: -1e7, max: 1e7, noNaN: true }), { numRuns: 70, seed: 2 }),
  ...fc.sample(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), { numRuns: 40, seed: 3 }),
  0,
  1,
  -1,
  0.5,
  0.125,
  12_345,
  1e6,
  999_999,
  1024,
  1023.9999,
  1e21,
  1e-4,
  1e-5,
  899.99,
  59.9999,
  60,
  3600,
  86_400,
  2 ** 63,
  0.1,
  2.5,
  1.0005,
  10_000,
  99_995,
  1e15,
  1e300,
  -1e300,
  5e-324,
  Infinity,
  -Infinity,
];

const WRITTEN = [
  "{{ $value }}",
  "{{ humanize $value }} {{ humanize1024 $value }} {{ humanizeDuration $value }} {{ humanizePercentage $value }}",
  '{{ printf "%f %.0f %.1f %.2f %10.3f %-12.1f| %+.1f %09.2f" $value $value $value $value $value $value $value $value }}',
  '{{ printf "%g %.1g %.3g %.4g %12.5g" $value $value $value $value $value }}',
  '{{ printf "%s %d %5d %-5d| %05d %+d" $labels.i 42 42 42 42 42 }} {{ printf "%d %s %f" $value $value $labels.i }}',
  "{{ humanize $labels.text }} {{ humanizeDuration $labels.text }} {{ humanize1024 $labels.text }}",
];

test.skipIf(isMissing)(
  `B9: ${VALUES.length} values are written as promtool writes them, by every function and format${because}`,
  () => {
    const rule: AlertRule = {
      name: "a",
      condition: { kind: "comparison", selector: { metric: "m", matchers: [] }, comparator: "!=", threshold: NaN },
      forMs: 0,
      keepFiringForMs: 0,
      labels: new Map(),
      annotations: new Map(WRITTEN.map((text, at) => [`t${at}`, text])),
      onNoData: "resolve",
    };
    const text = (value: number) => String(value).replace("Infinity", "Inf");
    const series = VALUES.map((value, at) => ({ series: `m{i="${at}",text="${text(value)}"}`, values: text(value) }));
    const groups = [{ name: "g", intervalMs: null, limit: 0, rules: [rule] }];
    const one = promtoolFiles(
      { groups, series, evaluationSeconds: 60, seriesSeconds: 60, evaluations: 1 },
      "0.rules.yml",
      lookback,
    );
    expect(VALUES.length).toBeGreaterThanOrEqual(200);
    expect(one.firing).toBe(VALUES.length);
    expect(promtool([one])[0]?.trim().slice(0, 5000)).toBe("SUCCESS");
  },
);

test.skipIf(isMissing)(`B2: promtool notices one expectation that is wrong${because}`, () => {
  const files = casesOf(3, 40).filter(({ error, firing }) => error === null && firing > 0);
  const wrong = files.map((file) => ({
    ...file,
    test: file.test
      .replace('"alertstate=\\"firing\\"', '"alertstate=\\"pending\\"')
      .replace('alertstate=\\"firing\\"', 'alertstate=\\"pending\\"'),
  }));
  expect(files.length).toBeGreaterThan(0);
  for (const output of promtool(wrong)) expect(output).toContain("FAILED");
});

test.skipIf(isMissing)(
  `B4: promtool accepts the export of the published rules, and of any generated ones${because}`,
  () => {
    const path = join(house, "exported.yml");
    const published = publishedRules.map(({ rule }) => rule);
    const generated = fc.sample(arbitraryAlerts, { numRuns: 20, seed: 9 }).flatMap(({ groups }) => groups);
    const verdicts = ["resolve", "keep", "alert"] as const;
    const all = [{ name: "published", intervalMs: null, limit: 0, rules: published }, ...generated].map(
      (group, at) => ({
        ...group,
        name: `${group.name} ${at}`,
        rules: group.rules.map((rule, n) => ({ ...rule, onNoData: verdicts[(at + n) % 3] ?? "keep" })),
      }),
    );
    writeFileSync(path, rulesText(all));
    const { status, stdout, stderr } = spawnSync("promtool", ["check", "rules", path], { encoding: "utf8" });
    expect(status, `${stdout}${stderr}`).toBe(0);
  },
);
