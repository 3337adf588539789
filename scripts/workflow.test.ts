// The CI recipes hold together: what they run exists, is given options it knows, and may do no more than it must.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readBenchArguments } from "./commands/bench-arguments.ts";
import { readCiVerdictArguments } from "./commands/ci-verdict-arguments.ts";
import { readMergeArguments } from "./commands/merge-arguments.ts";
import { readArguments } from "./commands/regress-arguments.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".github", "workflows");
const files = readdirSync(folder);
const guide = readFileSync(join(root, "docs", "ci.md"), "utf8");

const texts = v.record(v.string(), v.string());
const settings = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
const step = v.strictObject({
  name: v.optional(v.string()),
  if: v.optional(v.string()),
  uses: v.optional(v.string()),
  run: v.optional(v.string()),
  with: v.optional(settings),
  env: v.optional(texts),
});
const job = v.strictObject({
  needs: v.optional(v.string()),
  if: v.optional(v.string()),
  "runs-on": v.literal("ubuntu-latest"),
  "timeout-minutes": v.number(),
  permissions: v.optional(texts),
  strategy: v.optional(v.strictObject({ "fail-fast": v.boolean(), matrix: v.record(v.string(), v.array(v.string())) })),
  steps: v.array(step),
});
const workflow = v.strictObject({
  name: v.string(),
  on: v.record(v.string(), v.nullable(v.record(v.string(), v.array(v.string())))),
  permissions: texts,
  concurrency: v.record(v.string(), v.string()),
  jobs: v.record(v.string(), job),
});
type Job = v.InferOutput<typeof job>;

function read(name: string): v.InferOutput<typeof workflow> {
  return v.parse(workflow, parse(readFileSync(join(folder, name), "utf8")));
}

const jobs: readonly (readonly [string, string, Job])[] = files.flatMap((file) =>
  Object.entries(read(file).jobs).map(([name, found]) => [file, name, found] as const),
);
const scripts = v.parse(
  v.object({ scripts: texts }),
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
).scripts;

/** The words of a command as a shell would split them; a variable stands for what the step gives it. */
function wordsOf(line: string, env: Readonly<Record<string, string>>): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/["']/g, "").replaceAll(/\$(\w+)/g, (_, name: string) => env[name] ?? ""));
}

/** Commands that begin with npm, over continued lines, without what is done where one fails. */
function npmLines(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/\s+#\s.*$/, "")
        .replace(/ \|\| .*$/, ""),
    )
    .filter((line) => line.startsWith("npm "));
}

/** What is wrong with a command of npm; null where nothing is. */
function problemIn(words: readonly string[]): string | null {
  const [, verb = "", script = ""] = words;
  if (["ci", "test", "start"].includes(verb)) return words.length === 2 ? null : `${verb} is given options`;
  if (verb !== "run" || !Object.hasOwn(scripts, script)) return `there is no script ${script}`;
  if (words.length > 3 && words[3] !== "--") return "npm keeps options that stand before --";
  const args = words.slice(4);
  switch (script) {
    case "bench": {
      const asked = readBenchArguments(args);
      return asked.state === "refused" ? asked.message : null;
    }
    case "merge":
    case "regress":
    case "ci:verdict": {
      const readers = { merge: readMergeArguments, regress: readArguments, "ci:verdict": readCiVerdictArguments };
      const asked = readers[script](args);
      return asked.state === "refused" ? asked.message : null;
    }
    default:
      return args.length === 0 ? null : `${script} takes no options here`;
  }
}

/** The variables of a step with what the workflow would put in: the first entry of the matrix, the default of a setting. */
function environmentOf({ strategy }: Job, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      if (!value.includes("${{")) return [name, value];
      const dimension = /matrix\.(\w+)/.exec(value)?.[1] ?? "";
      const fallback = /\|\| '([^']*)'/.exec(value)?.[1];
      return [name, strategy?.matrix[dimension]?.[0] ?? fallback ?? "0"];
    }),
  );
}

test("there are the two recipes, and they run when they should", () => {
  expect(files.toSorted()).toEqual(["benchmark.yml", "test.yml"]);
  expect(read("benchmark.yml").on).toEqual({
    pull_request: null,
    push: { branches: ["main"] },
    workflow_dispatch: null,
  });
  expect(read("test.yml").on).toEqual({ push: null, pull_request: null });
});

test("what may be written: nothing, but for the comment on a pull request of this repository", () => {
  for (const file of files) expect(read(file).permissions).toEqual({ contents: "read" });
  const writing = jobs.filter(([, , { permissions }]) => permissions !== undefined);
  expect(writing.map(([file, name, { permissions }]) => [file, name, permissions])).toEqual([
    ["benchmark.yml", "comment", { "pull-requests": "write" }],
  ]);
  const [, , comment] = writing[0] ?? [];
  expect(comment?.if).toContain("github.event_name == 'pull_request'");
  expect(comment?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  // What may write runs nothing that a pull request can change.
  expect(comment?.steps.map(({ uses }) => uses)).toEqual(["actions/download-artifact@v4", undefined]);
  expect(comment?.steps[1]?.run).not.toMatch(/npm|node|sh /);
});

describe.each(jobs)("%s, job %s", (file, name, found) => {
  const { jobs: all } = read(file);
  const text = JSON.stringify(found);

  test("every npm command exists and knows its options", () => {
    for (const { run = "", env } of found.steps) {
      for (const line of npmLines(run)) {
        expect({ line, problem: problemIn(wordsOf(line, environmentOf(found, env))) }).toEqual({ line, problem: null });
      }
    }
  });

  test("what it refers to exists", () => {
    if (found.needs !== undefined) expect(Object.keys(all)).toContain(found.needs);
    expect(found.needs).not.toBe(name);
    for (const [, other] of text.matchAll(/\bneeds\.([\w-]+)/g)) expect(other).toBe(found.needs);
    for (const [, key = ""] of text.matchAll(/\bmatrix\.([\w-]+)/g)) {
      expect(Object.keys(found.strategy?.matrix ?? {})).toContain(key);
    }
    expect(text).not.toMatch(/\bsteps\.|\bsecrets\.|\binputs\./);
    for (const [, variable = ""] of text.matchAll(/\bvars\.(\w+)/g)) expect(guide).toContain(`\`${variable}\``);
  });

  test("actions are of GitHub, at a major version; nothing is put into a shell but by its environment", () => {
    for (const { uses, run = "", env = {}, with: given = {} } of found.steps) {
      expect((uses === undefined) !== (run === "")).toBe(true);
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+(\/[a-z]+)?@v\d+$/);
      if (uses?.startsWith("actions/checkout@") === true) expect(given["persist-credentials"]).toBe(false);
      expect(run).not.toContain("${{");
      for (const [, variable = ""] of run.matchAll(/\$([A-Z_]+)/g)) expect(Object.keys(env)).toContain(variable);
      expect(run).not.toMatch(/(?<!")\$[A-Z_]+(?![^"\n]*")/);
    }
  });
});

test("the matrix measures every default agent count once", () => {
  const groups = read("benchmark.yml").jobs["measure"]?.strategy?.matrix["agents"] ?? [];
  expect(groups.join(",").split(",").map(Number)).toEqual([1, 5, 10, 15, 20, 30, 50]);
  const steps = read("benchmark.yml").jobs["verdict"]?.steps ?? [];
  const told = steps.filter(({ run = "" }) => run.includes("ci:verdict")).map(({ env }) => env?.["AGENTS"]);
  expect(told).toEqual([groups.join(","), groups.join(",")]);
});

test("baselines are kept from main alone, once every shard was measured, where they are looked for", () => {
  const steps = read("benchmark.yml").jobs["verdict"]?.steps ?? [];
  const using = (action: string) => steps.find(({ uses = "" }) => uses.startsWith(action));
  const saved = using("actions/cache/save@");
  const restored = using("actions/cache/restore@");
  expect(saved?.if).toBe("${{ github.ref == 'refs/heads/main' && needs.measure.result == 'success' }}");
  expect(saved?.with?.["path"]).toBe(restored?.with?.["path"]);
  const prefix = String(restored?.with?.["restore-keys"]);
  expect(String(saved?.with?.["key"]).startsWith(prefix)).toBe(true);
  expect(String(restored?.with?.["key"]).startsWith(prefix)).toBe(true);
  expect(prefix).toContain("headroom-baseline-");
  expect(using("actions/upload-artifact@")?.if).toBe("${{ !cancelled() }}");
});

test("every command of the guide exists and knows its options", () => {
  const blocks = [...guide.matchAll(/```(?:sh|yaml)\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const lines = blocks.flatMap((block) => npmLines(block.replaceAll(/^\s*- (run: )?/gm, "")));
  expect(lines.length).toBeGreaterThan(5);
  const env = { AGENTS: "1,5,10" };
  for (const line of lines) {
    expect({ line, problem: problemIn(wordsOf(line, env)) }).toEqual({ line, problem: null });
  }
});

test("what the guide measures in a loop is kept of every turn, and judged", () => {
  const loops = [...guide.matchAll(/for session in ([\d ]+); do\n([\s\S]*?)\n *done/g)];
  expect(loops).toHaveLength(2);
  const bodies = loops.map(([, , body = ""]) => body).join("\n");
  const written = [...bodies.matchAll(/(?:--benchmark-json=|--markdown )(\S+?)\)?$/gm)].map(([, path = ""]) => path);
  for (const path of written) expect(path).toContain("$session");
  expect(bodies).toContain("--current change-$session.json");
  for (const [, turns = ""] of loops) {
    for (const turn of turns.split(" ")) expect(bodies).toContain(`--baseline base-${turn}.json`);
  }
});

test("a broken command is seen", () => {
  for (const line of [
    "npm run benchmark",
    "npm run bench --agents 1",
    "npm run bench -- --agents 0",
    "npm run bench -- --colour red",
    "npm run merge -- one.json two.json",
    "npm run regress -- --current a.json",
    "npm run ci:verdict -- --shards a",
    "npm ci --force",
  ]) {
    expect({ line, problem: problemIn(wordsOf(line, {})) }).not.toMatchObject({ problem: null });
  }
});
