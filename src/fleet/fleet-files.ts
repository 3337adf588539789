// The files of a fleet, each with a header that says what to know, and the lines that run them.
import { yamlText } from "../capacity/files/yaml-text.ts";
import { containerfile, containerIgnore } from "./containerfile.ts";
import {
  claimName,
  fleetJob,
  MERGE_SECONDS,
  mergeJob,
  mergeName,
  resultsClaim,
  resultsFolder,
} from "./fleet-objects.ts";
import type { FleetRequest } from "./fleet-request.ts";

export interface FleetFile {
  readonly name: string;
  readonly text: string;
}

export const FLEET_FILES = {
  fleet: "fleet.yaml",
  merge: "merge.yaml",
  container: "Containerfile",
  ignore: "Containerfile.dockerignore",
} as const;

/** Who made the files, and when. */
export interface FleetMade {
  readonly headroomVersion: string;
  /** ISO 8601, a day. */
  readonly on: string;
}

function whatItDoes({ mode, machines }: FleetRequest): string {
  switch (mode) {
    case "split":
      return `${machines} machines share the rows: each row is measured by one of them.`;
    case "replicate":
      return `${machines} machines measure every row each: the merge tells how far machines differ.`;
  }
}

/** Waits for either end of a Job: one that failed may still have left something. In bash, by itself. */
function untilEnded(kubectl: string, job: string, seconds: number): string {
  const until = (condition: string) => `${kubectl} wait --for=condition=${condition} --timeout=${seconds}s job/${job}`;
  return `(${until("complete")} & ${until("failed")} & wait -n; kill $(jobs -p) 2>/dev/null)`;
}

/** The lines to type, in order. @param folder of the files, as a shell reads it */
export function fleetLines(request: FleetRequest, folder: string): readonly string[] {
  const { name, namespace, deadlineSeconds } = request;
  const kubectl = `kubectl -n ${namespace}`;
  const merge = mergeName(request);
  return [
    `${kubectl} apply -f ${folder}/${FLEET_FILES.fleet}`,
    untilEnded(kubectl, name, deadlineSeconds),
    `${kubectl} apply -f ${folder}/${FLEET_FILES.merge}; ${untilEnded(kubectl, merge, MERGE_SECONDS)}; ${kubectl} logs job/${merge}`,
  ];
}

function fleetNotes(request: FleetRequest): readonly string[] {
  const { claim, cores, name } = request;
  return [
    whatItDoes(request),
    `Needs ${request.machines} nodes with ${cores} free cores each: one browser on a node, so that none measures another.`,
    "Needs Kubernetes 1.33, or 1.29 with its beta features, for retries of one index.",
    claim === null
      ? `The claim ${claimName(request)} needs a storage class that many nodes can write to (ReadWriteMany), such as NFS. Give --claim for one that exists.`
      : `The claim ${claim} has to be ReadWriteMany.`,
    "Seccomp RuntimeDefault forbids the namespaces that Chromium's sandbox is made of, so the browser runs with --no-sandbox, as a user without rights, and opens pages of Headroom alone.",
    "Exit codes 2 (bad input) and 4 (not comparable) are not tried again; 3, a crash and a lost node are, twice for each index.",
    `Files are in ${resultsFolder(request)} of the claim, one for each index: written under another name, then renamed, so that a file is whole or not there.`,
    `Delete the Job ${name} before it is applied again with other settings: Kubernetes does not change the pods of a Job.`,
  ];
}

function mergeNotes({ machines, mode }: FleetRequest): readonly string[] {
  return [
    `Merges what ${machines} machines left (${mode}). Apply it when the fleet has ended.`,
    "Exit codes: 0 merged, 2 bad input, 3 merged but not whole (who is missing is said), 4 not comparable.",
    "Its log says which attempt each file is of, and has the link to the result.",
  ];
}

/** Every file of a fleet. @param request without a problem (`fleetProblem`) */
export function fleetFiles(request: FleetRequest, { headroomVersion, on }: FleetMade): readonly FleetFile[] {
  const made = (what: string) => `${what}, made by Headroom ${headroomVersion} on ${on}.`;
  return [
    {
      name: FLEET_FILES.fleet,
      text: yamlText(
        [made("A fleet of machines"), ...fleetNotes(request)],
        [...resultsClaim(request), fleetJob(request)],
      ),
    },
    {
      name: FLEET_FILES.merge,
      text: yamlText([made("The merge of a fleet"), ...mergeNotes(request)], [mergeJob(request)]),
    },
    { name: FLEET_FILES.container, text: containerfile() },
    { name: FLEET_FILES.ignore, text: containerIgnore() },
  ];
}
