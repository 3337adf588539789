// The plan as a Compose file: a service for each size of process, on one machine.
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { sizeName } from "../deployment/object-names.ts";
import { AGENTS_VARIABLE } from "./kubernetes/pod-template.ts";
import { type ProcessResources, processResources } from "../deployment/process-resources.ts";
import { publishedTuning } from "../deployment/published-tuning.ts";

/** What a service says, in the words of Compose. */
interface ComposeService {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly restart: "unless-stopped";
  readonly security_opt: readonly string[];
  readonly cap_drop: readonly string[];
  readonly deploy: {
    readonly replicas: number;
    readonly resources: {
      readonly limits: { readonly memory: string };
      readonly reservations: { readonly memory: string; readonly cpus: string };
    };
  };
}

interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
}

function service({ names }: DeploymentInput, size: ProcessResources): ComposeService {
  return {
    image: names.image,
    environment: { [AGENTS_VARIABLE]: String(size.agents), ...publishedTuning },
    restart: "unless-stopped",
    security_opt: ["no-new-privileges:true"],
    cap_drop: ["ALL"],
    deploy: {
      replicas: size.processes,
      resources: {
        // Compose's "m" is 2²⁰ bytes.
        limits: { memory: `${size.limitMi}m` },
        reservations: { memory: `${size.requestMi}m`, cpus: String(size.millicores / 1000) },
      },
    },
  };
}

/**
 * A Compose file as an object.
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md
 */
export function composeFile(input: DeploymentInput): ComposeFile {
  const { name } = input.names;
  const services = processResources(input).map((size) => [sizeName(name, size.agents), service(input, size)] as const);
  return { name, services: Object.fromEntries(services) };
}

/** What to know before using the file. */
export function composeNotes({ plan: { machines } }: DeploymentInput): readonly string[] {
  const beyond = "Beyond one machine the plan is for Kubernetes, which places the processes. Headroom only sizes them.";
  if (machines === null || machines.count <= 1) {
    return ["This is for one machine: all these processes have to fit on it. Compose does not check that.", beyond];
  }
  return [`The plan takes ${machines.count} machines, but this file starts all processes on one. ${beyond}`];
}
