// Which catalogue an address asks for: the one beside the app, or another site's by http or https.
import { INDEX_FILE } from "./catalogue-index.ts";

const CHARACTERS_MOST = 2_000;
const localHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Where a catalogue lies. */
export interface CatalogueSource {
  /** Address of its index, in full. */
  readonly index: string;
  /** What the address of this page says of it; null for the one beside the app. */
  readonly parameter: string | null;
}

export type SourceRead =
  | { readonly state: "read"; readonly source: CatalogueSource }
  | { readonly state: "refused"; readonly message: string };

function refused(message: string): SourceRead {
  return { state: "refused", message };
}

/**
 * @param text the parameter `catalogue` of an address; undefined or empty for the catalogue beside the app
 * @param page address of the app's folder
 */
export function readCatalogueAddress(text: string | undefined, page: string): SourceRead {
  const wanted = (text ?? "").trim();
  if (wanted === "") {
    return { state: "read", source: { index: new URL(`catalogue/${INDEX_FILE}`, page).href, parameter: null } };
  }
  if (wanted.length > CHARACTERS_MOST) return refused("The address of this catalogue is too long for any site.");
  if (!URL.canParse(wanted)) {
    return refused(`“${wanted}” is not the full address of a catalogue. It begins with https:// and names its host.`);
  }
  const url = new URL(wanted);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return refused(`A catalogue is opened by https: or http: alone, and this address begins with “${url.protocol}”.`);
  }
  if (url.username !== "" || url.password !== "") {
    return refused("The address of this catalogue holds a name or password. Take it out: none is ever sent.");
  }
  if (url.protocol === "http:" && page.startsWith("https:") && !localHosts.has(url.hostname)) {
    return refused(
      "This page came by https:, so the browser lets it read no http: address. Ask for the catalogue by https:.",
    );
  }
  url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += INDEX_FILE;
  return { state: "read", source: { index: url.href, parameter: wanted } };
}
