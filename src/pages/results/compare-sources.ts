// Owns which results a comparison is of, as text for its address: kept ones by id, those of this site's catalogue by file, others whole, as in a link.
import { theLibrary } from "../../app/library.ts";
import type { Named } from "./compared.ts";

export const COMPARED_LEAST = 2;
export const COMPARED_MOST = 6;
const SEPARATOR = ",";
const KEPT = "k.";
const CATALOGUE = "c.";

/** The address part of kept results, in order: the first is what the others are compared with. */
export function keptSources(ids: readonly string[]): string {
  return ids.map((id) => `${KEPT}${id}`).join(SEPARATOR);
}

/** The address part of files of this site's catalogue, in order. */
export function catalogueSources(files: readonly string[]): string {
  return files.map((file) => `${CATALOGUE}${file}`).join(SEPARATOR);
}

export type ComparedSources =
  | { readonly state: "read"; readonly results: readonly Named[] }
  | { readonly state: "refused"; readonly message: string };

async function readOne(source: string, number: number): Promise<Named | string> {
  if (source.startsWith(KEPT)) {
    const opened = await theLibrary();
    if (opened.state === "unavailable") return opened.message;
    const stored = await opened.library.read(source.slice(KEPT.length));
    switch (stored.state) {
      case "read":
        return { name: stored.entry.name, result: stored.result };
      case "missing":
        return `Result ${number} is not in the library of this browser. It was deleted, or is kept elsewhere: Copy link there makes an address that holds the results themselves.`;
      case "refused":
        return `Result ${number}: ${stored.message}`;
    }
  }
  if (source.startsWith(CATALOGUE)) {
    const { readShipped } = await import("../../app/catalogue.ts");
    const read = await readShipped(source.slice(CATALOGUE.length));
    return read.state === "read" ? read : `Result ${number}: ${read.message}`;
  }
  const { decodeLink } = await import("../../results/link.ts");
  const { defaultName } = await import("../../results/library/entry.ts");
  const read = await decodeLink(source);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { name: `${number}: ${defaultName(read.result)}`, result: read.result };
}

/** Reads the results of an address. Never throws. */
export async function readSources(text: string): Promise<ComparedSources> {
  const sources = text.split(SEPARATOR, COMPARED_MOST + 1);
  if (sources.length < COMPARED_LEAST || sources.length > COMPARED_MOST) {
    return { state: "refused", message: `A comparison is of ${COMPARED_LEAST} to ${COMPARED_MOST} results.` };
  }
  const results: Named[] = [];
  for (const [at, source] of sources.entries()) {
    const read = await readOne(source, at + 1);
    if (typeof read === "string") return { state: "refused", message: read };
    results.push(read);
  }
  return { state: "read", results };
}

/** The address part that holds the results themselves, so that it works in any browser. */
export async function wholeSources(results: readonly Named[]): Promise<string> {
  const { encodeLink } = await import("../../results/link.ts");
  const payloads = await Promise.all(results.map(({ result }) => encodeLink(result)));
  return payloads.join(SEPARATOR);
}
