// What the commands on results share: reading and writing files, a site's address, and errors that a person must mend.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { plain } from "../../src/words/plain-text.ts";

const BYTES_MOST = 80_000_000;

/** Where `npm start` serves the app. */
export const DEFAULT_SITE = "http://localhost:4173/";

/** Something a person must mend; its message says what and how. */
export class BadInput extends Error {}

function because(error: unknown): string {
  return plain(error instanceof Error ? error.message : String(error));
}

/** Reads a file of bounded size; throws BadInput, which names it. */
export function readText(path: string, bytesMost: number = BYTES_MOST): string {
  try {
    if (statSync(path).size > bytesMost) {
      throw new BadInput(`${path} is larger than ${bytesMost / 1e6} MB. Check that it is the right file.`);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path} cannot be read: ${because(error)}`);
  }
}

/** Writes a file unless there is none to write; throws BadInput, which names it. */
export function writeText(path: string | null, text: string): void {
  if (path === null) return;
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${because(error)}`);
  }
}

/**
 * An address to which a route of the app can be joined, safe to stand inside a Markdown link.
 * @returns null where the text is no address of a page
 */
export function siteOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  return url.href.replaceAll("(", "%28").replaceAll(")", "%29");
}

/** Hosts that lead everybody to a machine of their own. */
const OWN_HOST = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** `none`: there is no address, or one that leads each reader to a machine of their own. `mistaken`: it is no address of a page. */
type PublicSite =
  | { readonly state: "site"; readonly url: string }
  | { readonly state: "none" }
  | { readonly state: "mistaken" };

/** The address of a site whose links others are given. */
export function publicSiteOf(text: string): PublicSite {
  if (text.trim() === "") return { state: "none" };
  const url = siteOf(text);
  if (url === null) return { state: "mistaken" };
  return OWN_HOST.test(new URL(url).hostname) ? { state: "none" } : { state: "site", url };
}

/** What is wrong with an address that siteOf refuses. */
export const siteMistake = "--site must be an address such as https://example.org/headroom/.";
