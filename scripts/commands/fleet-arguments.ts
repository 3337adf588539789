// The arguments of `npm run fleet`: those of the fleet, and every flag of `npm run bench` for what its machines measure.
import { FLEET_MODES, fleetModeOf, MACHINES_MOST } from "../../src/comparison/fleet/fleet-mode.ts";
import { fleetProblem, type FleetRequest } from "../../src/fleet/fleet-request.ts";
import type { Configuration } from "../../src/scenarios/contract/scenario.ts";
import { SCENARIO_PARAMETER } from "../../src/scenarios/texts.ts";
import { allBenchFlags, readBenchArguments } from "./bench-arguments.ts";
import { readFlags } from "./flags.ts";

export interface FleetArguments {
  readonly request: FleetRequest;
  readonly out: string;
}

export type ReadFleetArguments =
  | { readonly state: "read"; readonly options: FleetArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

const OWN_FLAGS = [
  "mode",
  "machines",
  "image",
  "out",
  "name",
  "namespace",
  "cores",
  "memory",
  "deadline",
  "claim",
] as const;
type OwnFlag = (typeof OWN_FLAGS)[number];

/** Flags of `npm run bench` that mean a machine of its own, or files on it. */
const NOT_IN_A_FLEET = new Set(["fleet", "shard", "results", "markdown", "junit", "site"]);

const DEFAULTS = { name: "headroom-fleet", namespace: "default", cores: "4", memory: "4", deadline: "7200" } as const;
const LIMITS = { cores: [1, 256], memory: [1, 1_024], deadline: [60, 604_800], machines: [1, MACHINES_MOST] } as const;

export const fleetHelp = `Usage: npm run fleet -- --mode split|replicate --machines N --image NAME@sha256:… --out DIR [options] [flags of npm run bench]

Writes what a Kubernetes cluster needs to measure on N machines and to merge what they found: fleet.yaml (an Indexed Job), merge.yaml and
a Containerfile for the image. Prints the three lines of kubectl that run it. Nothing is sent anywhere. Takes about a second.

  --mode          ${FLEET_MODES.join(" or ")}; split: each row on one machine. replicate: every row on every machine, for how far they differ
  --machines N    1 to ${MACHINES_MOST}, each on a node of its own
  --image REF     with its digest: ghcr.io/you/headroom@sha256:…
  --out DIR       a folder for the files
  --name NAME     what the objects are called (default: ${DEFAULTS.name})
  --namespace NS  (default: ${DEFAULTS.namespace})
  --cores N       whole cores of each machine, requests and limits (default: ${DEFAULTS.cores})
  --memory N      GiB of each machine (default: ${DEFAULTS.memory})
  --deadline S    seconds after which what still runs is ended (default: ${DEFAULTS.deadline})
  --claim NAME    a claim that exists and is ReadWriteMany (default: fleet.yaml brings one)
  --help          this text

What is measured: --scenario, --preset, --agents and all else that npm run bench -- --help lists; ten repeats unless told otherwise.

Example: npm run fleet -- --mode replicate --machines 5 --image ghcr.io/you/headroom@sha256:… --agents 1,5,10,20 --out fleet

Exit codes: 0 written, 2 bad input.`;

/** Every setting written out, so that a newer image with other defaults measures the same. */
function settingsAsFlags({ scenario, settings }: Configuration): readonly string[] {
  const fields = Object.entries(scenario.fields).flatMap(([name, field]): readonly string[] => {
    const value = settings[name];
    return value === undefined ? [] : [`--${field.parameter}=${field.toText(value).replaceAll(", ", ",")}`];
  });
  return [`--${SCENARIO_PARAMETER}=${scenario.kind}`, ...fields];
}

type Refusal = Extract<ReadFleetArguments, { readonly state: "refused" }>;

function refused(message: string): Refusal {
  return { state: "refused", message };
}

function numberOf(name: keyof typeof LIMITS, text: string): number | Refusal {
  const [least, most] = LIMITS[name];
  const value = /^\d{1,7}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most
    ? value
    : refused(`--${name} ${text}: it must be a whole number from ${least} to ${most}.`);
}

function isOwn(name: string): name is OwnFlag {
  return OWN_FLAGS.some((own) => own === name);
}

/**
 * Reads the arguments; the message of a refusal names the flag.
 * @param now ISO 8601, UTC: a name for this run of the fleet
 */
export function readFleetArguments(args: readonly string[], now: string): ReadFleetArguments {
  const bench = Object.keys(allBenchFlags()).filter((name) => !isOwn(name) && !NOT_IN_A_FLEET.has(name));
  const kinds = Object.fromEntries([...OWN_FLAGS, ...bench].map((name) => [name, "value" as const]));
  const read = readFlags(args, kinds, { command: "npm run fleet" });
  if (read.state !== "read") return read;
  const { flags } = read;
  for (const name of ["mode", "machines", "image", "out"]) {
    if (flags.one(name) === null)
      return refused(`--${name} is missing. npm run fleet -- --help tells what each flag is for.`);
  }
  const text = (name: OwnFlag, fallback = "") => flags.one(name) ?? fallback;
  const mode = fleetModeOf(text("mode"));
  if (mode === null) return refused(`--mode ${text("mode")}: it must be one of: ${FLEET_MODES.join(", ")}.`);
  const machines = numberOf("machines", text("machines"));
  if (typeof machines !== "number") return machines;
  const cores = numberOf("cores", text("cores", DEFAULTS.cores));
  if (typeof cores !== "number") return cores;
  const memoryGi = numberOf("memory", text("memory", DEFAULTS.memory));
  if (typeof memoryGi !== "number") return memoryGi;
  const deadlineSeconds = numberOf("deadline", text("deadline", DEFAULTS.deadline));
  if (typeof deadlineSeconds !== "number") return deadlineSeconds;

  // What each pod will be asked is read here, so that what it would refuse is refused before there is a cluster.
  const asked = bench.flatMap((name) => {
    const value = flags.one(name);
    return value === null ? [] : [`--${name}=${value}`];
  });
  const place = ["--fleet", mode, "--machines", String(machines), "--shard", "0", "--results", "."];
  const measured = readBenchArguments([...asked, ...place]);
  if (measured.state === "help") return measured;
  if (measured.state === "refused") return measured;
  if (Object.keys(measured.asked.models).length > 0) {
    return refused(
      `--model ${flags.one("model") ?? ""} is a file here, and machines do not have it. Give an example such as example:a_tmaze_pl2, or put the file into the image and its path into the arguments of fleet.yaml.`,
    );
  }
  const request: FleetRequest = {
    mode,
    machines,
    image: text("image"),
    name: text("name", DEFAULTS.name),
    namespace: text("namespace", DEFAULTS.namespace),
    run: `${now.replaceAll(/[-:]|\..*$/g, "")}Z`.replace("ZZ", "Z"),
    cores,
    memoryGi,
    deadlineSeconds,
    claim: flags.one("claim"),
    settings: settingsAsFlags(measured.asked.whole),
  };
  const problem = fleetProblem(request);
  return problem === null ? { state: "read", options: { request, out: text("out") } } : refused(problem);
}
