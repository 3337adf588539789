// Fetches catalogues and their files: bounded, without credentials, cached, and tried again only where that may help.
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type CatalogueSource, readCatalogueAddress } from "../../results/catalogue/catalogue-address.ts";
import {
  CATALOGUE_LIMITS,
  type CatalogueEntry,
  type CatalogueIndex,
  readCatalogueIndex,
} from "../../results/catalogue/catalogue-index.ts";
import { readListedResult } from "../../results/catalogue/listed-result.ts";
import type { Result } from "../../results/format/result.ts";
import { READ_AT } from "../../service-worker/messages.ts";
import { boundedText } from "./bounded-text.ts";

const FRESH_MS = 5 * 60_000;
const KEPT_MS = 60 * 60_000;
const ANSWER_MS = 60_000;
const RETRIES = 3;

/** It would be so again: until somebody mends the address, or for another minute. */
class CatalogueRefused extends Error {}

/** Addresses that were answered by a copy that this browser had kept, with the time when that was read. */
const keptAtMs = new Map<string, number>();

/** @returns when the shown copy was read, ms since 1970, where the site itself did not answer; null where it did */
export function keptCopyAtMs(url: string): number | null {
  return keptAtMs.get(url) ?? null;
}

function noteKept(url: string, response: Response): void {
  const readAtMs = Date.parse(response.headers.get(READ_AT) ?? "");
  if (Number.isNaN(readAtMs)) keptAtMs.delete(url);
  else keptAtMs.set(url, readAtMs);
}

/** Which catalogue the parameter of this page's address asks for. */
export function catalogueSource(parameter: string | undefined) {
  return readCatalogueAddress(parameter, document.baseURI.split("#")[0] ?? document.baseURI);
}

/** Where a catalogue comes from, for people: "this site", or the other's host. */
export function hostOf({ index, parameter }: CatalogueSource): string {
  return parameter === null ? "this site" : new URL(index).host;
}

function refuseStatus(url: string, status: number): never {
  const gone = status === 404 || status === 410;
  const message = `${url} answered ${status}${gone ? ": nothing is there. Check the address." : "."}`;
  // Too many requests, a time-out and a server's own trouble pass.
  throw status === 408 || status === 429 || status >= 500 ? new Error(message) : new CatalogueRefused(message);
}

async function fetchText(url: string, bytesMost: number, signal: AbortSignal): Promise<string> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, ANSWER_MS);
  signal.addEventListener("abort", end);
  try {
    const response = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-cache",
      signal: ending.signal,
    });
    if (!response.ok) refuseStatus(url, response.status);
    const read = await boundedText(response, bytesMost);
    noteKept(url, response);
    if (read.state === "read") return read.text;
    throw new CatalogueRefused(`${url} ${read.reason}`);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    if (ending.signal.aborted && !signal.aborted) {
      throw new CatalogueRefused(`${url} did not answer in full within a minute.`, { cause: error });
    }
    const isElsewhere = new URL(url).origin !== globalThis.location.origin;
    const sites = isElsewhere
      ? " Either it is out of reach, or it does not let other sites read it: its host allows that with the header Access-Control-Allow-Origin: *."
      : " Check the connection.";
    throw new Error(`${url} did not answer.${sites}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

async function fetchIndex({ index }: CatalogueSource, signal: AbortSignal): Promise<CatalogueIndex> {
  const read = readCatalogueIndex(await fetchText(index, CATALOGUE_LIMITS.index.charactersMost, signal));
  if (read.state === "read") return read.index;
  throw new CatalogueRefused(`${index}: ${read.message}`);
}

/** The address of a result of a catalogue. */
export function resultAddress(source: CatalogueSource, entry: CatalogueEntry): string {
  return new URL(entry.file, source.index).href;
}

async function fetchResult(source: CatalogueSource, entry: CatalogueEntry, signal: AbortSignal): Promise<Result> {
  const href = resultAddress(source, entry);
  const read = readListedResult(entry, await fetchText(href, CATALOGUE_LIMITS.file.charactersMost, signal));
  if (read.state === "read") return read.result;
  throw new CatalogueRefused(`${href}: ${read.message}`);
}

const patience = {
  staleTime: FRESH_MS,
  gcTime: KEPT_MS,
  retry: (failures: number, error: Error) => !(error instanceof CatalogueRefused) && failures < RETRIES,
  retryDelay: (failures: number) => Math.min(1_000 * 2 ** failures, 8_000),
  refetchOnReconnect: "always",
} as const;

/** The index of a catalogue. */
export function catalogueQuery(source: CatalogueSource) {
  return queryOptions({
    queryKey: ["catalogue", source.index],
    queryFn: ({ signal }) => fetchIndex(source, signal),
    ...patience,
  });
}

/** One result of a catalogue. */
export function catalogueResultQuery(source: CatalogueSource, entry: CatalogueEntry) {
  return queryOptions({
    queryKey: ["catalogue", source.index, entry.file, entry.id],
    queryFn: ({ signal }) => fetchResult(source, entry, signal),
    ...patience,
  });
}

type ShippedRead =
  | { readonly state: "read"; readonly name: string; readonly result: Result }
  | { readonly state: "refused"; readonly message: string };

/** Reads a result of the catalogue beside the app by its file name. Never throws. */
export async function readShipped(file: string, queries: QueryClient): Promise<ShippedRead> {
  const read = catalogueSource(undefined);
  if (read.state === "refused") return read;
  try {
    const entry = (await queries.fetchQuery(catalogueQuery(read.source))).results.find((known) => known.file === file);
    if (entry === undefined)
      return { state: "refused", message: `the catalogue of this site lists no file “${file}”.` };
    return {
      state: "read",
      name: entry.name,
      result: await queries.fetchQuery(catalogueResultQuery(read.source, entry)),
    };
  } catch (error) {
    return { state: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}
