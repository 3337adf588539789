// Owns the link to a comparison on the page: the results themselves travel in it.
import type { CompareInput } from "./compare-input.ts";
import { encodeLink, LINK_LIMITS } from "../results/link/link.ts";
import { readResultText } from "../results/format/result-text.ts";

/** The page compares so many results, the first of them with the others. */
const RESULTS_MOST = 6;

/** Characters of one parameter of the page's address. */
const PARAMETER_MOST = 16_000;

export type CompareLink =
  | { readonly state: "made"; readonly url: string }
  /** The reason is one sentence. */
  | { readonly state: "none"; readonly reason: string };

function none(reason: string): CompareLink {
  return { state: "none", reason };
}

type LinkedInput = Pick<CompareInput, "name" | "text">;

export interface LinkedComparison {
  readonly baselines: readonly LinkedInput[];
  readonly current: LinkedInput;
  readonly calibration: readonly [LinkedInput, LinkedInput] | null;
  /** A floor that the command was told; the page has none to be told. */
  readonly noiseFloor: number | null;
}

/** What stands in the link for each input, or why one cannot. */
async function payloadsOf(inputs: readonly LinkedInput[]): Promise<readonly string[] | CompareLink> {
  const payloads: string[] = [];
  for (const { name, text } of inputs) {
    const read = readResultText(text);
    if (read.state === "refused") return none(`${name} is no result of Headroom, and only those travel in a link.`);
    const payload = await encodeLink(read.result);
    if (payload.length > LINK_LIMITS.charactersMost) return none(`${name} has more trials than a link holds.`);
    payloads.push(payload);
  }
  return payloads;
}

/** The page judges what it names as the command does. @param site the address of the app, to which a route can be joined */
export async function compareLink(
  site: string,
  { baselines, current, calibration, noiseFloor }: LinkedComparison,
): Promise<CompareLink> {
  if (noiseFloor !== null) return none("the page does not know --noise-floor and would judge otherwise.");
  const count = baselines.length + 1;
  if (count > RESULTS_MOST) return none(`the page compares at most ${RESULTS_MOST} results, and these are ${count}.`);
  const results = await payloadsOf([...baselines, current]);
  if ("state" in results) return results;
  const pair = await payloadsOf(calibration ?? []);
  if ("state" in pair) return pair;
  if (pair.join(",").length > PARAMETER_MOST) return none("the calibration has more trials than a link holds.");
  const parameters = [
    ...(baselines.length > 1 ? ["baseline=sessions"] : []),
    ...(pair.length > 0 ? [`calibration=${pair.join(",")}`] : []),
  ];
  const search = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  return { state: "made", url: `${site}#/compare/${results.join(",")}${search}` };
}

/** What follows the table in Markdown; nothing where there is no link. */
export function toLinkMarkdown(link: CompareLink | null): string {
  return link?.state === "made" ? `\n[Open this comparison in Headroom](${link.url})\n` : "";
}
