// Flags of commands: read as they are written, and what is wrong is named with the nearest flag that there is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FlagKinds, readFlags } from "./flags.ts";

const kinds = { agents: "value", baseline: "values", quiet: "switch" } as const satisfies FlagKinds;
const read = (args: readonly string[], takesFiles = false) =>
  readFlags(args, kinds, { command: "npm run try", takesFiles });

function refusalOf(...args: readonly string[]): string {
  const answer = read(args);
  return answer.state === "refused" ? answer.message : answer.state;
}

test("values stand behind a blank or an equals sign, switches alone, files anywhere", () => {
  const answer = read(["a.json", "--agents", "1,5", "--baseline=x=y", "--quiet", "--baseline", "-1", "b.json"], true);
  if (answer.state !== "read") throw new Error(answer.state);
  const { flags } = answer;
  expect(flags.one("agents")).toBe("1,5");
  expect(flags.all("baseline")).toEqual(["x=y", "-1"]);
  expect([flags.has("quiet"), flags.positionals]).toEqual([true, ["a.json", "b.json"]]);
});

test("what is not given is null, or none", () => {
  const answer = read([]);
  if (answer.state !== "read") throw new Error(answer.state);
  const { flags } = answer;
  expect([flags.one("agents"), flags.all("baseline"), flags.has("quiet")]).toEqual([null, [], false]);
});

test.each([
  [["--agent", "5"], "--agent is no flag of npm run try. Did you mean --agents?"],
  [["--baselin", "a"], "Did you mean --baseline?"],
  [["--colour"], "It takes: --agents --baseline --quiet --help."],
  [["--agents"], "--agents needs a value."],
  [["--agents", "--quiet"], "--agents needs a value."],
  [["--agents", "1", "--agents", "2"], "--agents is given twice."],
  [["--quiet=yes"], "--quiet takes no value."],
  [["file.json"], '"file.json" is no flag of npm run try. Flags begin with --.'],
  [["-a"], '"-a" is no flag'],
  [["--constructor", "x"], "--constructor is no flag"],
])("%j is refused in words of flags", (args, message) => {
  expect(refusalOf(...args)).toContain(message);
});

test.each([["--help"], ["-h"], ["--agents", "1", "--help"]])("%j asks for help", (...args) => {
  expect(read(args).state).toBe("help");
});

test("whatever is given is answered", () => {
  const word = fc.oneof(fc.constantFrom("--agents", "--baseline", "--quiet", "--", "="), fc.string());
  fc.assert(
    fc.property(fc.array(word), fc.boolean(), (args, takesFiles) => {
      expect(["read", "help", "refused"]).toContain(read(args, takesFiles).state);
    }),
  );
});
