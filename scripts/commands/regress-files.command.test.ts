// The real command on files as people have them: k6's thresholds, allowed facts, columns, and bad entries beside good ones.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ALLOWABLE_FACTS } from "../../src/comparison/allowed-facts.ts";
import { FOREIGN_READERS } from "../../src/comparison/foreign/readers.ts";
import { publicCase } from "../../src/results/fixtures/public-cases.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = mkdtempSync(join(tmpdir(), "headroom-files-"));

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

function put(name: string, text: string): string {
  const path = join(house, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/regress.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const session = (n: number): string => publicCase(`06-k6-session-${n}.json`);

test("a crossed threshold ends with 1 and is named in terminal, Markdown, JUnit and JSON", () => {
  const crossed = session(2).replace(
    '"http_req_duration": {',
    '"http_req_duration": {"thresholds": {"p(95)<25": {"ok": false}},',
  );
  const [markdown, junit, json] = ["t.md", "t.xml", "t.json"].map((name) => join(house, name));
  const { status, stdout, stderr } = run(
    "--baseline",
    put("one.json", session(1)),
    "--current",
    put("crossed.json", crossed),
    "--markdown",
    markdown!,
    "--junit",
    junit!,
    "--json",
    json!,
  );
  expect(status).toBe(1);
  const text = "k6's threshold was crossed: http_req_duration, p(95)<25.";
  expect(stdout).toContain(text);
  expect(stderr).toContain(text);
  expect(readFileSync(markdown!, "utf8")).toContain("threshold was crossed");
  expect(readFileSync(junit!, "utf8")).toContain('<failure type="failed" message="k6\'s threshold was crossed');
  expect(JSON.parse(readFileSync(json!, "utf8"))).toMatchObject({ notes: [text], exitCode: 1 });
});

test("half the users ends with 4 and names the flag; with it, every report notes it", () => {
  const half = put("half.json", session(2).replaceAll(/"(value|min|max)": 100\b/g, '"$1": 50'));
  const args = ["--baseline", put("whole.json", session(1)), "--current", half];
  const refused = run(...args);
  expect(refused.status).toBe(4);
  expect(refused.stderr).toContain('add --allow "virtual users"');
  const markdown = join(house, "a.md");
  const allowed = run(...args, "--allow", "virtual-users", "--markdown", markdown);
  expect(allowed.status).toBe(0);
  expect(allowed.stdout).toContain("Allowed to differ: virtual users: 100 against 50.");
  expect(readFileSync(markdown, "utf8")).toContain("Allowed to differ: virtual users");
  const unknown = run(...args, "--allow", "weather");
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('--allow is "weather"; it must be one of configuration, browser');
});

test("--columns chooses columns by name, and a wrong choice names what is there", () => {
  const csv = (n: number): string => put(`c${n}.csv`, `crew,speed\n1,${20 + n}\n4,${70 + n}\n`);
  const args = ["--baseline", csv(1), "--current", csv(2)];
  expect(run(...args).stderr).toContain('it has "crew", "speed"');
  const chosen = run(...args, "--columns", "agents=crew,throughput=speed");
  expect(chosen.status).toBe(0);
  expect(chosen.stdout).toContain("4 agents");
  expect(run(...args, "--columns", "agents=crew,throughput=none").stderr).toContain('no column "none"');
  expect(run(...args, "--columns", "colour=blue")).toMatchObject({ status: 2 });
});

test("--help names every kind of file and every fact", () => {
  const { stdout } = run("--help");
  for (const { title } of FOREIGN_READERS) expect(stdout.replaceAll("\n", " ")).toContain(title);
  for (const fact of ALLOWABLE_FACTS) expect(stdout).toContain(fact);
});
