// A model's text as few characters of an address: deflated, then base64url. Unpacking is bounded by the length of what is unpacked.
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { PACKED_CHARACTERS_MOST } from "../model-reference.ts";
import { MODEL_LIMITS } from "./limits.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    text += (LETTERS[a >> 2] ?? "") + (LETTERS[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? "");
    if (b !== undefined) text += LETTERS[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? "";
    if (c !== undefined) text += LETTERS[c & 63] ?? "";
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}

/** @returns the packed text, or null where it is longer than an address takes */
export function packModel(text: string): string | null {
  const packed = toBase64Url(deflateSync(strToU8(text), { level: 9 }));
  return packed.length > PACKED_CHARACTERS_MOST ? null : packed;
}

/**
 * @param packed of unknown origin. Deflate gives at most 1,032 bytes for one, so that its limit of 8,000 characters bounds the work
 *   to some 6 MB before anything is unpacked
 * @returns the text, or null where it is damaged or too large
 */
export function unpackModel(packed: string): string | null {
  if (packed.length > PACKED_CHARACTERS_MOST) return null;
  const bytes = fromBase64Url(packed);
  if (bytes === null) return null;
  try {
    const text = strFromU8(inflateSync(bytes));
    return text.length > MODEL_LIMITS.charactersMost ? null : text;
  } catch {
    return null;
  }
}
