// The text by which a result travels in a link: version tag, base64url, deflate, packed JSON.
import { parseBoundedJson } from "../format/bounded-json.ts";
import { readResult, type ReadResult } from "../format/read-result.ts";
import type { Result } from "../format/result.ts";
import type { JsonObject, VersionsTo } from "../format/versions.ts";
import { unpackResultOne } from "./packing-1/packing.ts";
import { packResult, unpackResult } from "./packing-3/packing.ts";

/** Limits on a link of unknown origin: characters in, bytes out of the inflater, then JSON. */
export const LINK_LIMITS = {
  charactersMost: 64_000,
  inflatedBytesMost: 2_000_000,
  depthMost: 16,
  valuesMost: 60_000,
} as const;

interface LinkVersion {
  /** How the text is pressed. The zlib format has a checksum (Adler-32), which tells a changed character. */
  readonly compression: CompressionFormat;
  /** Gives fields that claim to be a result, not yet checked; null where the text is damaged. */
  readonly unpack: (json: unknown) => JsonObject | null;
}

const VERSION = 3;

/** Every version that ever was. Without a checksum, a changed character could alter figures of version 1 unnoticed. */
const versions: Readonly<Record<VersionsTo<typeof VERSION>, LinkVersion>> = {
  1: { compression: "deflate-raw", unpack: unpackResultOne },
  2: { compression: "deflate", unpack: unpackResultOne },
  3: { compression: "deflate", unpack: unpackResult },
};

function isKnown(version: number): version is keyof typeof versions {
  return Object.hasOwn(versions, version);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @returns the bytes, or null where the text is not base64url */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(versions[VERSION].compression));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

type Inflated =
  | { readonly state: "inflated"; readonly text: string }
  | { readonly state: "too large" }
  | { readonly state: "damaged" };

/** Inflates up to the limit; past it the stream is cancelled, so that a bomb costs no more than the limit. */
async function inflated(bytes: Uint8Array<ArrayBuffer>, compression: CompressionFormat): Promise<Inflated> {
  const pressed = new Blob([bytes]).stream();
  const reader = pressed.pipeThrough(new DecompressionStream(compression)).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      size += chunk.value.byteLength;
      if (size > LINK_LIMITS.inflatedBytesMost) {
        await reader.cancel();
        return { state: "too large" };
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
    return { state: "inflated", text: text + decoder.decode() };
  } catch {
    return { state: "damaged" };
  }
}

function refused(message: string): ReadResult {
  return { state: "refused", message };
}

const wayOut = "Ask for the link again, or open the result's file instead.";

/**
 * @returns the payload of a link from which decodeLink gives back exactly this result. Some thousand samples take more
 * characters than decodeLink reads (LINK_LIMITS.charactersMost): offer the file where the payload is longer.
 */
export async function encodeLink(result: Result): Promise<string> {
  return `${VERSION}.` + toBase64Url(await deflated(packResult(result)));
}

/** @returns the payload of a link, or null where it would be longer than decodeLink reads: offer the file then */
export async function linkPayload(result: Result): Promise<string | null> {
  const payload = await encodeLink(result);
  return payload.length > LINK_LIMITS.charactersMost ? null : payload;
}

/**
 * Reads the payload of a link that anybody may have made. It never throws, and every step is bounded before it starts.
 * @param payload the text after the route, such as "3.eJy7VjLb…"
 */
export async function decodeLink(payload: string): Promise<ReadResult> {
  if (payload.length > LINK_LIMITS.charactersMost) {
    return refused(`This link is longer than any result (over 64,000 characters). ${wayOut}`);
  }
  const [tag, digits] = /^([1-9]\d{0,5})\./.exec(payload) ?? [];
  if (tag === undefined || digits === undefined) {
    return refused(`This link holds no result: it does not begin with a version such as "${VERSION}.". ${wayOut}`);
  }
  const version = Number(digits);
  if (!isKnown(version)) {
    return refused(
      `This link was made by a newer Headroom (link version ${version}; this one reads up to ${VERSION}). Reload the page to get the newest Headroom.`,
    );
  }
  const bytes = fromBase64Url(payload.slice(tag.length));
  if (bytes === null) return refused(`This link is damaged: a character in it is missing or foreign. ${wayOut}`);
  const unpressed = await inflated(bytes, versions[version].compression);
  if (unpressed.state === "too large") return refused(`This link unpacks to more than any result holds. ${wayOut}`);
  if (unpressed.state === "damaged") return refused(`This link is damaged or cut short. ${wayOut}`);
  const json = parseBoundedJson(unpressed.text, { ...LINK_LIMITS, charactersMost: LINK_LIMITS.inflatedBytesMost });
  if (json.state === "refused") return refused(`This link cannot be read: ${json.message} ${wayOut}`);
  const fields = versions[version].unpack(json.value);
  if (fields === null) return refused(`This link is damaged: its figures do not add up. ${wayOut}`);
  const read = readResult(fields);
  return read.state === "read" ? read : refused(`${read.message} ${wayOut}`);
}
