// The address of a comparison as text: kept results and references by id, those of this site's catalogue by file, others whole.
import { checkStateOf, damagedLinkText, withCheck } from "../fields/address-check.ts";

export const COMPARED_LEAST = 2;
export const COMPARED_MOST = 6;
/** Nothing that a source holds contains it. */
export const SEPARATOR = ",";
const KEPT = "k.";
const REFERENCE = "s.";
const CATALOGUE = "c.";
const OPENED = "f.";

/** A result of the library as a source. */
export function keptSource(id: string): string {
  return `${KEPT}${id}`;
}

/** A reference series as a source. */
export function referenceSource(id: string): string {
  return `${REFERENCE}${id}`;
}

/** The different sources of an address part; none where it is empty. */
export function splitSources(text: string): readonly string[] {
  return text === "" ? [] : [...new Set(text.split(SEPARATOR, COMPARED_MOST))];
}

/** The address part of sources, in order: the first is what the others are compared with. */
export function joinSources(sources: readonly string[]): string {
  return sources.join(SEPARATOR);
}

/** A file of this site's catalogue as a source. */
export function shippedSource(file: string): string {
  return `${CATALOGUE}${file}`;
}

/** A file of another tool that this tab opened, as a source. */
export function openedSource(id: string): string {
  return `${OPENED}${id}`;
}

/** What a source names. */
export type SourceKind =
  | { readonly kind: "kept" | "reference" | "opened"; readonly id: string }
  | { readonly kind: "catalogue"; readonly file: string }
  /** A whole result, as in a link. */
  | { readonly kind: "whole"; readonly payload: string };

export function kindOf(source: string): SourceKind {
  if (source.startsWith(KEPT)) return { kind: "kept", id: source.slice(KEPT.length) };
  if (source.startsWith(REFERENCE)) return { kind: "reference", id: source.slice(REFERENCE.length) };
  if (source.startsWith(OPENED)) return { kind: "opened", id: source.slice(OPENED.length) };
  if (source.startsWith(CATALOGUE)) return { kind: "catalogue", file: source.slice(CATALOGUE.length) };
  return { kind: "whole", payload: source };
}

/** Stands before the sources of an address that has a check, so that a cut address shows that it had one. */
const CHECKED = `v2${SEPARATOR}`;

type Parameters = Readonly<Record<string, string>>;

/** The address of a comparison, as the router takes it. */
export interface CompareAddress {
  readonly params: { readonly sources: string };
  readonly search: Record<string, string>;
}

/**
 * The address of a comparison, with a check over all that it says.
 * @param search what else is asked, such as `judge`; a check in it is replaced
 */
export function compareAddress(sources: readonly string[], search: Parameters = {}): CompareAddress {
  const path = CHECKED + joinSources(sources);
  return { params: { sources: path }, search: withCheck(search, path) };
}

export type CompareAddressReading =
  | {
      readonly state: "read";
      /** Joined, as readers of sources take them. */
      readonly sources: string;
      /** Of the older kind, or typed: nothing tells whether it is whole. */
      readonly isUnchecked: boolean;
    }
  /** Cut or changed on its way. Nothing of it is compared. */
  | { readonly state: "damaged"; readonly message: string };

/** @param path what stands after `#/compare/`. Where there is a check, nothing is read unless it is right */
export function readCompareAddress(path: string, search: Parameters): CompareAddressReading {
  const check = checkStateOf(search, path);
  const isMarked = path.startsWith(CHECKED);
  if (check === "wrong" || (check === "none" && isMarked)) {
    return { state: "damaged", message: damagedLinkText("comparison") };
  }
  return { state: "read", sources: isMarked ? path.slice(CHECKED.length) : path, isUnchecked: check === "none" };
}
