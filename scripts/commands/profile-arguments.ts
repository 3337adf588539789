// The arguments of `npm run profile`: every setting of a profile is a flag, with the published names beside them.
import { fromParameters, textOf } from "../../src/fields/settings.ts";
import { components } from "../../src/profile/components.ts";
import {
  profileDefaults,
  profileFields,
  profileRefusal,
  type ProfileSettings,
} from "../../src/profile/profile-fields.ts";
import { readFlags } from "./flags.ts";
import { type GivenModels, withModelFile } from "./model-flag.ts";

interface ProfileArguments {
  readonly settings: ProfileSettings;
  /** The settings, as an address has them. */
  readonly texts: Readonly<Record<string, string>>;
  /** Texts of models that were given as files. */
  readonly models: GivenModels;
  readonly withMemory: boolean;
  /** Files to write; null where none is wanted. */
  readonly trace: string | null;
  readonly speedscope: string | null;
  readonly csv: string | null;
}

export type ReadProfileArguments =
  | { readonly state: "read"; readonly asked: ProfileArguments }
  | { readonly state: "help"; readonly text: string }
  | { readonly state: "refused"; readonly message: string };

const COMMAND = "npm run profile";

const settingFlags = {
  component: "value",
  workload: "value",
  model: "value",
  grid: "value",
  length: "value",
  agents: "value",
  seconds: "value",
  placement: "value",
  topology: "value",
  transport: "value",
  workers: "value",
  seed: "value",
} as const;

const FLAGS = {
  ...settingFlags,
  operation: "value",
  duration: "value",
  memory: "switch",
  trace: "value",
  speedscope: "value",
  csv: "value",
} as const;

function helpText(): string {
  const lines = Object.entries(profileFields).map(([name, { parameter, label }]) => {
    const usual = textOf(profileFields, profileDefaults, name);
    return `  --${parameter.padEnd(12)} ${label.toLowerCase()} (default: ${usual})`;
  });
  return [
    `${COMMAND} -- --component agent --operation inference --trace FILE --speedscope FILE`,
    `${COMMAND} -- --memory --agents 10 --duration 60`,
    "",
    ...lines,
    "                 a model may be the path of its file; the workload is then custom unless another is asked for",
    "  --operation    inference of an agent, round of coordination, lookup of the cache: what the component is profiled for",
    "  --duration     the same as --seconds",
    "  --memory       asks the browser what the workers take besides, 10 to 30 s more",
    "  --trace        a file for Perfetto, chrome://tracing, speedscope and the Firefox Profiler",
    "  --speedscope   a file for speedscope",
    "  --csv          a file for the table",
  ].join("\n");
}

function refused(message: string): ReadProfileArguments {
  return { state: "refused", message };
}

/** @throws BadInput where the file of a model cannot be read, or holds none */
export function readProfileArguments(args: readonly string[]): ReadProfileArguments {
  const read = readFlags(args, FLAGS, { command: COMMAND });
  if (read.state === "help") return { state: "help", text: helpText() };
  if (read.state === "refused") return read;
  const { flags } = read;
  const given = new Map<string, string>();
  for (const { parameter } of Object.values(profileFields)) {
    const text = Object.hasOwn(FLAGS, parameter) ? flagOf(flags, parameter) : null;
    if (text !== null) given.set(parameter, text);
  }
  const { flags: opened, models } = withModelFile(given);
  const texts: Record<string, string> = Object.fromEntries(opened);
  const duration = flags.one("duration");
  if (duration !== null) {
    if (texts["seconds"] !== undefined) return refused("--duration and --seconds say the same. Give one of them.");
    texts["seconds"] = duration;
  }
  const { values: settings, problems } = fromParameters(profileFields, profileDefaults, texts);
  const [problem] = problems;
  if (problem !== undefined) return refused(`--${problem.parameter} ${problem.text}: ${problem.message}`);
  const { operation } = components[settings.component];
  const asked = flags.one("operation");
  if (asked !== null && asked !== operation) {
    return refused(`--operation ${asked.slice(0, 60)}: of ${settings.component} only "${operation}" is profiled.`);
  }
  const refusal = profileRefusal(settings);
  if (refusal !== null) return refused(refusal);
  const [trace, speedscope, csv] = [flags.one("trace"), flags.one("speedscope"), flags.one("csv")];
  return { state: "read", asked: { settings, texts, models, withMemory: flags.has("memory"), trace, speedscope, csv } };
}

type SettingFlag = keyof typeof settingFlags;

function isSettingFlag(name: string): name is SettingFlag {
  return Object.hasOwn(settingFlags, name);
}

function flagOf(flags: { readonly one: (name: SettingFlag) => string | null }, name: string): string | null {
  return isSettingFlag(name) ? flags.one(name) : null;
}
