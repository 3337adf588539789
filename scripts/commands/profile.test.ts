// The command that profiles: what its flags ask for, what it prints, which files it writes, and its exit codes.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { chromeTrace } from "../../src/profile/files/chrome-trace.ts";
import { readProfile } from "../../src/profile/files/read-profile.ts";
import { speedscopeFile } from "../../src/profile/files/speedscope.ts";
import { sampleProfile } from "../../src/profile/fixtures/sample-profile.ts";
import { readProfileArguments } from "./profile-arguments.ts";
import { runProfileCommand, type TakeProfile } from "./profile.entry.ts";

const house = mkdtempSync(join(tmpdir(), "headroom-profile-"));
const profile = sampleProfile();
const measured: TakeProfile = async () => ({
  state: "measured",
  record: profile.record,
  trace: chromeTrace(profile),
  speedscope: speedscopeFile(profile),
});

function asked(line: string) {
  const read = readProfileArguments(line.split(" "));
  return read.state === "read" ? read.asked : expect.fail(read.state === "refused" ? read.message : read.state);
}

function refusal(line: string): string {
  const read = readProfileArguments(line.split(" "));
  return read.state === "refused" ? read.message : expect.fail(read.state);
}

test("a model is named, or the path of its file, and the workload follows", () => {
  expect(asked("--model example:a_tmaze_pl2")).toMatchObject({
    settings: { workload: "custom", model: "example:a_tmaze_pl2" },
    models: {},
  });
  const { texts, models } = asked("--model src/session/models/fixtures/pymdp-0.0.7.1-random.json --component cache");
  const [hash = ""] = Object.keys(models);
  expect(texts).toMatchObject({ workload: "custom", model: `sha256:${hash}.${(texts["model"] ?? "").split(".")[1]}` });
  expect(models[hash]).toContain('"schema":"headroom-model/1"');
});

const said: string[] = [];
const complained: string[] = [];
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void complained.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  said.length = 0;
  complained.length = 0;
});
afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test("the file of a model that is not there is refused like a wrong flag", async () => {
  await expect(runProfileCommand(["--model", "nowhere.json"], measured)).resolves.toBe(2);
  expect(complained.join()).toContain("nowhere.json");
});

test("the published flags ask for what they did", () => {
  expect(asked("--component agent --operation inference --trace a.json --speedscope b.json")).toMatchObject({
    settings: { component: "agent", agents: 10 },
    trace: "a.json",
    speedscope: "b.json",
    withMemory: false,
  });
  expect(asked("--memory --agents 10 --duration 60")).toMatchObject({
    settings: { agents: 10, seconds: 60 },
    texts: { agents: "10", seconds: "60" },
    withMemory: true,
  });
});

test.each([
  ["--component agent --operation round", 'of agent only "inference" is profiled'],
  ["--component agents", "What to profile must be one of: agent, coordination, cache"],
  ["--duration 5 --seconds 5", "say the same"],
  ["--agents 0", "whole number from 1"],
  ["--agent 5", "Did you mean --agents?"],
  ["--trace", "--trace needs a value"],
])("%s is refused with the way out", (line, message) => {
  expect(refusal(line)).toContain(message);
});

test("E1: the answer and both tables are printed, and the files that are asked for are written", async () => {
  const trace = join(house, "trace.json");
  const speedscope = join(house, "speedscope.json");
  expect(await runProfileCommand(["--trace", trace, "--speedscope", speedscope], measured)).toBe(0);
  const text = said.join("\n");
  expect(text).toContain("Choosing a plan takes 60%");
  expect(text).toMatch(/infer policies +12 +60% +0\.05 +repeated/);
  expect(text).toMatch(/published posteriors +800 B +200 B +12 MB/);
  for (const path of [trace, speedscope]) {
    const read = readProfile(readFileSync(path, "utf8"));
    expect(read.state === "read" && read.profile.record).toEqual(profile.record);
  }
});

test("exit codes: 2 for what is asked wrong or cannot be written, 3 where nothing was measured", async () => {
  expect(await runProfileCommand(["--component", "x"], measured)).toBe(2);
  expect(await runProfileCommand(["--trace", join(house, "none", "a.json")], measured)).toBe(2);
  expect(existsSync(join(house, "none"))).toBe(false);
  expect(await runProfileCommand([], async () => ({ state: "broken", reason: "Worker 1 was silent." }))).toBe(3);
  expect(complained.join("\n")).toContain("Nothing was measured: Worker 1 was silent.");
  expect(await runProfileCommand(["--help"], measured)).toBe(0);
  expect(said.join("\n")).toContain("--speedscope");
});
