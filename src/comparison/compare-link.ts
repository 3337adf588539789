// The link to a comparison on the page: the results themselves travel in it.
import { linkPayload } from "../results/link/result-link.ts";
import { compareAddress, COMPARED_MOST, joinSources } from "./compare-address.ts";
import type { Side } from "./side.ts";
import { writeNames } from "./source-names.ts";

/** Characters of one parameter of the page's address. */
const PARAMETER_MOST = 16_000;

export type CompareLink =
  | { readonly state: "made"; readonly url: string }
  /** The reason is one sentence. */
  | { readonly state: "none"; readonly reason: string };

function none(reason: string): CompareLink {
  return { state: "none", reason };
}

type LinkedSide = Pick<Side, "name" | "source">;

export interface LinkedComparison {
  readonly baselines: readonly LinkedSide[];
  readonly current: LinkedSide;
  readonly calibration: readonly [LinkedSide, LinkedSide] | null;
  /** A floor that the command was told; the page has none to be told. */
  readonly declaredFloor: number | null;
  /** Binding facts that may differ; none where it is left out. */
  readonly allowed?: ReadonlySet<string>;
}

/** What the link holds for each side, or why one cannot. */
async function payloadsOf(sides: readonly LinkedSide[]): Promise<readonly string[] | CompareLink> {
  const payloads: string[] = [];
  for (const { name, source } of sides) {
    if (source.kind !== "result") return none(`${name} is no result of Headroom, and only those travel in a link.`);
    const payload = await linkPayload(source.result);
    if (payload === null) return none(`${name} has more trials than a link holds.`);
    payloads.push(payload);
  }
  return payloads;
}

/** The page judges what it names as the command does. @param site the address of the app, to which a route can be joined */
export async function compareLink(
  site: string,
  { baselines, current, calibration, declaredFloor, allowed = new Set() }: LinkedComparison,
): Promise<CompareLink> {
  if (declaredFloor !== null) return none("the page does not know --noise-floor and would judge otherwise.");
  const count = baselines.length + 1;
  if (count > COMPARED_MOST) return none(`the page compares at most ${COMPARED_MOST} results, and these are ${count}.`);
  const results = await payloadsOf([...baselines, current]);
  if ("state" in results) return results;
  const pair = await payloadsOf(calibration ?? []);
  if ("state" in pair) return pair;
  if (joinSources(pair).length > PARAMETER_MOST) return none("the calibration has more trials than a link holds.");
  const address = compareAddress(results, {
    ...(allowed.size > 0 ? { allow: [...allowed].join(",") } : {}),
    ...(baselines.length > 1 ? { baseline: "sessions" } : {}),
    ...(pair.length > 0 ? { calibration: joinSources(pair) } : {}),
    names: writeNames([...baselines, current].map(({ name }) => name)),
  });
  const search = Object.entries(address.search).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return { state: "made", url: `${site}#/compare/${address.params.sources}?${search.join("&")}` };
}

/** What follows the table in Markdown; nothing where there is no link. */
export function toLinkMarkdown(link: CompareLink | null): string {
  return link?.state === "made" ? `\n[Open this comparison in Headroom](${link.url})\n` : "";
}
