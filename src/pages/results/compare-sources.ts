// Owns which results a comparison is of, as text for its address: kept ones by id, others whole, as in a link.
import { theLibrary } from "../../app/library.ts";
import { findReference } from "../../app/references.ts";
import type { Compared } from "./compared.ts";

export const COMPARED_LEAST = 2;
export const COMPARED_MOST = 6;
const SEPARATOR = ",";
const KEPT = "k.";
const REFERENCE = "s.";

/** The address part of kept results, in order: the first is what the others are compared with. */
export function keptSources(ids: readonly string[]): string {
  return ids.map((id) => `${KEPT}${id}`).join(SEPARATOR);
}

export type ComparedSources =
  | { readonly state: "read"; readonly results: readonly Compared[] }
  | { readonly state: "refused"; readonly message: string };

async function readOne(source: string, number: number): Promise<Compared | string> {
  if (source.startsWith(REFERENCE)) {
    const series = await findReference(source.slice(REFERENCE.length));
    if (series !== null) return { kind: "reference", name: series.title, series };
    return `Reference ${number} is not here. If it came from a file, open that file on the Benchmark page again.`;
  }
  if (source.startsWith(KEPT)) {
    const opened = await theLibrary();
    if (opened.state === "unavailable") return opened.message;
    const stored = await opened.library.read(source.slice(KEPT.length));
    switch (stored.state) {
      case "read":
        return { kind: "result", name: stored.entry.name, result: stored.result };
      case "missing":
        return `Result ${number} is not in the library of this browser. It was deleted, or is kept elsewhere: Copy link there makes an address that holds the results themselves.`;
      case "refused":
        return `Result ${number}: ${stored.message}`;
    }
  }
  const { decodeLink } = await import("../../results/link.ts");
  const { defaultName } = await import("../../results/library/entry.ts");
  const read = await decodeLink(source);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { kind: "result", name: defaultName(read.result), result: read.result };
}

/** Reads the results of an address, of which there must be so many. Never throws. */
export async function readSources(text: string, least: number, most: number): Promise<ComparedSources> {
  const sources = text.split(SEPARATOR, most + 1);
  if (sources.length < least || sources.length > most) {
    const count = least === most ? String(least) : `${least} to ${most}`;
    return { state: "refused", message: `The address must name ${count} results.` };
  }
  const results: Compared[] = [];
  for (const [at, source] of sources.entries()) {
    const read = await readOne(source, at + 1);
    if (typeof read === "string") return { state: "refused", message: read };
    results.push(read);
  }
  return { state: "read", results };
}

/** The address part that holds the results themselves, so that it works in any browser. */
export async function wholeSources(results: readonly Compared[]): Promise<string> {
  const { encodeLink } = await import("../../results/link.ts");
  const sources = results.map((one) =>
    one.kind === "result" ? encodeLink(one.result) : Promise.resolve(`${REFERENCE}${one.series.id}`),
  );
  return (await Promise.all(sources)).join(SEPARATOR);
}
