// Owns what a comparison is of, as text for its address: kept results and references by id, those of this site's catalogue by file, others whole.
import { theLibrary } from "../../app/library.ts";
import { findReference } from "../../app/references.ts";
import type { Compared } from "./compared.ts";

export const COMPARED_LEAST = 2;
export const COMPARED_MOST = 6;
const SEPARATOR = ",";
const KEPT = "k.";
const REFERENCE = "s.";
const CATALOGUE = "c.";

/** A result of the library as a source. */
export function keptSource(id: string): string {
  return `${KEPT}${id}`;
}

/** A reference series as a source. */
export function referenceSource(id: string): string {
  return `${REFERENCE}${id}`;
}

/** The address part of sources, in order: the first is what the others are compared with. */
export function joinSources(sources: readonly string[]): string {
  return sources.join(SEPARATOR);
}

/** The address part of files of this site's catalogue, in order. */
export function catalogueSources(files: readonly string[]): string {
  return joinSources(files.map((file) => `${CATALOGUE}${file}`));
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
  if (source.startsWith(CATALOGUE)) {
    const { readShipped } = await import("../../app/catalogue.ts");
    const read = await readShipped(source.slice(CATALOGUE.length));
    if (read.state === "refused") return `Result ${number}: ${read.message}`;
    return { kind: "result", name: read.name, result: read.result };
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
    one.kind === "result" ? encodeLink(one.result) : Promise.resolve(referenceSource(one.series.id)),
  );
  return joinSources(await Promise.all(sources));
}
