// Reads what the address of a comparison names, and writes an address that holds the results themselves.
import { joinSources, kindOf, referenceSource, SEPARATOR } from "../../app/compare-address.ts";
import { theLibrary } from "../../app/library.ts";
import { findReference } from "../../app/references.ts";
import type { Compared } from "./compared.ts";

export type ComparedSources =
  | { readonly state: "read"; readonly results: readonly Compared[] }
  | { readonly state: "refused"; readonly message: string };

async function readKept(id: string, number: number): Promise<Compared | string> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return opened.message;
  const stored = await opened.library.read(id);
  switch (stored.state) {
    case "read":
      return { kind: "result", name: stored.entry.name, result: stored.result };
    case "missing":
      return `Result ${number} is not in the library of this browser. It was deleted, or is kept elsewhere: Copy link there makes an address that holds the results themselves.`;
    case "refused":
      return `Result ${number}: ${stored.message}`;
  }
}

async function readReference(id: string, number: number): Promise<Compared | string> {
  const series = await findReference(id);
  if (series !== null) return { kind: "reference", name: series.title, series };
  return `Reference ${number} is not here. If it came from a file, open that file on the Benchmark page again.`;
}

async function readShippedFile(file: string, number: number): Promise<Compared | string> {
  const { readShipped } = await import("../../app/catalogue.ts");
  const read = await readShipped(file);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { kind: "result", name: read.name, result: read.result };
}

async function readWhole(payload: string, number: number): Promise<Compared | string> {
  const { decodeLink } = await import("../../results/link.ts");
  const { defaultName } = await import("../../results/library/entry.ts");
  const read = await decodeLink(payload);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { kind: "result", name: defaultName(read.result), result: read.result };
}

/** @returns why it cannot be read, where it cannot */
function readOne(source: string, number: number): Promise<Compared | string> {
  const named = kindOf(source);
  switch (named.kind) {
    case "kept":
      return readKept(named.id, number);
    case "reference":
      return readReference(named.id, number);
    case "catalogue":
      return readShippedFile(named.file, number);
    case "whole":
      return readWhole(named.payload, number);
  }
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
