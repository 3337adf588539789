// Owns the link to a comparison on the page: the results themselves travel in it.
import type { CompareInput } from "./compare-input.ts";
import { encodeLink, LINK_LIMITS } from "./link.ts";
import { readResultText } from "./result-text.ts";

/** The page compares so many results, the first of them with the others. */
const RESULTS_MOST = 6;

export type CompareLink =
  | { readonly state: "made"; readonly url: string }
  /** The reason is one sentence. */
  | { readonly state: "none"; readonly reason: string };

function none(reason: string): CompareLink {
  return { state: "none", reason };
}

/**
 * @param site the address of the app, to which a route can be joined
 * @param inputs the baselines, then the current result
 */
export async function compareLink(
  site: string,
  inputs: readonly Pick<CompareInput, "name" | "text">[],
): Promise<CompareLink> {
  if (inputs.length > RESULTS_MOST) {
    return none(`the page compares at most ${RESULTS_MOST} results, and these are ${inputs.length}.`);
  }
  const payloads: string[] = [];
  for (const { name, text } of inputs) {
    const read = readResultText(text);
    if (read.state === "refused") return none(`${name} is no result of Headroom, and only those travel in a link.`);
    const payload = await encodeLink(read.result);
    if (payload.length > LINK_LIMITS.charactersMost) return none(`${name} has more trials than a link holds.`);
    payloads.push(payload);
  }
  return { state: "made", url: `${site}#/compare/${payloads.join(",")}` };
}

/** What follows the table in Markdown; nothing where there is no link. */
export function toLinkMarkdown(link: CompareLink | null): string {
  return link?.state === "made" ? `\n[Open this comparison in Headroom](${link.url})\n` : "";
}
