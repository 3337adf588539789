// A link as a QR code that phones can read from a screen, or why it is none.
import { encode } from "uqr";
import { formatCount } from "../../words/format.ts";

/** The standard asks for four modules of white around the code. */
export const QUIET_MODULES = 4;
/** Bytes that the largest code (version 40, level L) holds. Source: ISO/IEC 18004, table 7. */
export const QR_BYTES_MOST = 2_953;

export type QrCode =
  | {
      readonly state: "made";
      /** Modules on each side, the quiet zone among them. */
      readonly size: number;
      /** The dark modules as an SVG path, one module being one unit. */
      readonly path: string;
    }
  | { readonly state: "refused"; readonly message: string };

/** The dark modules of a row as rectangles, neighbours joined. */
function rowPath(row: readonly boolean[], y: number): string {
  const parts: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    parts.push(`M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`);
  }
  return parts.join("");
}

/** The code of a link at the lowest correction level: on a screen nothing is torn off, and larger modules read better. */
export function qrCode(link: string): QrCode {
  const bytes = new TextEncoder().encode(link).length;
  if (bytes > QR_BYTES_MOST) {
    return {
      state: "refused",
      message: `This link has ${formatCount(bytes)} characters, and a QR code holds at most ${formatCount(QR_BYTES_MOST)}. Copy the link and send it, or download the result and send the file. A run with fewer repeats or agent counts has a shorter link.`,
    };
  }
  const { size, data } = encode(link, { ecc: "L", border: QUIET_MODULES });
  return { state: "made", size, path: data.map(rowPath).join("") };
}
