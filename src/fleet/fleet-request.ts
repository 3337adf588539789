// What is asked of a fleet: how many machines share a run, in which image, with how much of a machine each.
import { nameProblems } from "../capacity/deployment/deployment-names.ts";
import type { FleetMode } from "../comparison/fleet/fleet-mode.ts";

export interface FleetRequest {
  readonly mode: FleetMode;
  readonly machines: number;
  /** With its digest, so that every machine runs the same bytes. */
  readonly image: string;
  /** What the objects are called; a pod adds its index to it. */
  readonly name: string;
  readonly namespace: string;
  /** Which run of this name, such as "20261128T0230": its folder, so that no file of an earlier one is taken for its own. */
  readonly run: string;
  /** Whole cores of each machine. */
  readonly cores: number;
  readonly memoryGi: number;
  /** How long all may take together, s. */
  readonly deadlineSeconds: number;
  /** A claim that exists; null where the files bring their own. */
  readonly claim: string | null;
  /** The scenario and its settings, as flags of `npm run bench`: `["--scenario", "scaling", …]`. */
  readonly settings: readonly string[];
}

/** "-n200" is what a plan adds to a name; a fleet adds as much: "-merge", and its results "-results". */
const NAME_LENGTH_MOST = 40;
const DIGEST = /@sha256:[a-f0-9]{64}$/;

function imageProblem({ image, name, namespace }: FleetRequest): string | null {
  const names = { name, namespace, image, prometheusAddress: "http://localhost" };
  const problem = nameProblems(names).find(({ field }) => field === "image");
  if (problem !== undefined) return `--image ${image}: ${problem.message}`;
  if (DIGEST.test(image)) return null;
  return `--image ${image} has no digest: a tag can mean other bytes tomorrow, and machines that run different bytes cannot be merged. Give NAME@sha256:…, with the digest that docker push prints.`;
}

function nameProblem({ image, name, namespace, claim }: FleetRequest): string | null {
  if (name.length > NAME_LENGTH_MOST) {
    return `--name ${name}: at most ${NAME_LENGTH_MOST} characters, since pods and the merge add to it. Shorten it.`;
  }
  const problems = nameProblems({ name, namespace, image, prometheusAddress: "http://localhost" });
  const own = problems.find(({ field }) => field === "name" || field === "namespace");
  if (own !== undefined) return `--${own.field} ${own.field === "name" ? name : namespace}: ${own.message}`;
  if (claim === null) return null;
  const ofClaim = nameProblems({ name, namespace: claim, image, prometheusAddress: "http://localhost" });
  return ofClaim.some(({ field }) => field === "namespace")
    ? `--claim ${claim}: lower-case letters, digits and hyphens, as kubectl get persistentvolumeclaims lists it.`
    : null;
}

/** What is wrong with a request, the first of it with the way out; null where files can be written. */
export function fleetProblem(request: FleetRequest): string | null {
  return imageProblem(request) ?? nameProblem(request);
}
