// Reads what the address of a comparison names, and writes an address that holds the results themselves.
import type { QueryClient } from "@tanstack/react-query";
import { joinSources, kindOf, referenceSource, SEPARATOR } from "../../../comparison/compare-address.ts";
import { theLibrary } from "../../../session/sources/library.ts";
import { findReference, isFromFile } from "../../../session/sources/references.ts";
import { repeatedSample } from "../../../results/format/result-text.ts";
import type { Compared } from "../../../comparison/compared.ts";
import { findOpened } from "../../../comparison/opened-files.ts";

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

async function readShippedFile(file: string, number: number, queries: QueryClient): Promise<Compared | string> {
  const { readShipped } = await import("../../../session/sources/catalogue.ts");
  const read = await readShipped(file, queries);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { kind: "result", name: read.name, result: read.result };
}

function readOpened(id: string, number: number): Compared | string {
  const side = findOpened(id);
  if (side === null) {
    return `Result ${number} came from a file that only the tab which opened it knows. Open the files together again: drop them here.`;
  }
  const { name, source } = side;
  return source.kind === "result" ? { kind: "result", name, result: source.result } : { kind: "file", name, side };
}

async function readWhole(payload: string, number: number): Promise<Compared | string> {
  const { decodeLink } = await import("../../../results/link/result-link.ts");
  const { defaultName } = await import("../../../results/library/entry.ts");
  const read = await decodeLink(payload);
  if (read.state === "refused") return `Result ${number}: ${read.message}`;
  return { kind: "result", name: defaultName(read.result), result: read.result };
}

async function readNamed(source: string, number: number, queries: QueryClient): Promise<Compared | string> {
  const named = kindOf(source);
  switch (named.kind) {
    case "kept":
      return readKept(named.id, number);
    case "reference":
      return readReference(named.id, number);
    case "opened":
      return readOpened(named.id, number);
    case "catalogue":
      return readShippedFile(named.file, number, queries);
    case "whole":
      return readWhole(named.payload, number);
  }
}

/** @returns why it cannot be read, where it cannot. Never throws. */
async function readOne(source: string, number: number, queries: QueryClient): Promise<Compared | string> {
  try {
    return await readNamed(source, number, queries);
  } catch (error) {
    return `Result ${number} could not be read. ${error instanceof Error ? error.message : ""} Try again.`;
  }
}

/** Reads the results of an address, of which there must be so many. Never throws. */
export async function readSources(
  text: string,
  [least, most]: readonly [number, number],
  queries: QueryClient,
): Promise<ComparedSources> {
  const sources = text.split(SEPARATOR, most + 1);
  if (sources.length < least || sources.length > most) {
    const count = least === most ? String(least) : `${least} to ${most}`;
    return { state: "refused", message: `The address must name ${count} results.` };
  }
  const results: Compared[] = [];
  for (const [at, source] of sources.entries()) {
    const read = await readOne(source, at + 1, queries);
    if (typeof read === "string") return { state: "refused", message: read };
    const repeated = read.kind === "result" ? repeatedSample(read.result) : null;
    if (repeated !== null) {
      return {
        state: "refused",
        message: `Result ${at + 1} cannot be compared: ${repeated} Its trials would count double.`,
      };
    }
    results.push(read);
  }
  return { state: "read", results };
}

export type WholeSources =
  | { readonly state: "made"; readonly text: string }
  | { readonly state: "refused"; readonly message: string };

/** Whether a file of this tab is all there is of it: a link has no form for what other tools write. */
function isFileAlone(one: Compared): boolean {
  return one.kind === "file" || (one.kind === "reference" && isFromFile(one.series.id));
}

/** What to do where a link cannot carry files. @param names at least one */
function unlinkedText(names: readonly string[]): string {
  const [last = "", ...others] = names.toReversed();
  const all = others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
  return names.length === 1
    ? `No link was copied: ${all} is a file that only this tab has, and a link holds only results of Headroom. Send the file itself: dropped here together with the others, it is compared again.`
    : `No link was copied: ${all} are files that only this tab has, and a link holds only results of Headroom. Send the files themselves: dropped here together, they are compared again.`;
}

/** The address part that holds the results themselves, so that it works in any browser; shipped references go by their id. */
export async function wholeSources(results: readonly Compared[]): Promise<WholeSources> {
  const { linkPayload } = await import("../../../results/link/result-link.ts");
  const files = results.flatMap((one) => (isFileAlone(one) ? [`“${one.name}”`] : []));
  if (files.length > 0) return { state: "refused", message: unlinkedText(files) };
  const sources: string[] = [];
  for (const one of results) {
    if (one.kind === "file") continue;
    if (one.kind === "reference") {
      sources.push(referenceSource(one.series.id));
      continue;
    }
    const payload = await linkPayload(one.result);
    if (payload === null) {
      return { state: "refused", message: `“${one.name}” has more trials than a link holds.` };
    }
    sources.push(payload);
  }
  return { state: "made", text: joinSources(sources) };
}
