// A recording of a soak as lines of JSON: the first says what was run and where, each further one is a slot or a mark.
import * as v from "valibot";
import type { Entry } from "../slot.ts";
import { entrySchema1, headerSchema1, RECORDING_FORMAT } from "./version-1.ts";
import { entrySchema2, headerSchema2 } from "./version-2.ts";

/** The version that is written. */
const RECORDING_VERSION = 2;

/** A day of slots of 2 s, and as many marks as are ever kept. */
export const RECORDING_LIMITS = {
  linesMost: 60_000,
  charactersMost: 200_000_000,
  lineMost: 220_000,
} as const;

export type RecordingHeader = v.InferOutput<typeof headerSchema2>;

/** A header of today, and how the lines behind it are read. */
interface Begun {
  readonly header: RecordingHeader;
  readonly entrySchema: typeof entrySchema1 | typeof entrySchema2;
}

export function headerLine(header: RecordingHeader): string {
  return `${JSON.stringify(header)}\n`;
}

export function entryLine(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

export interface Recording {
  readonly header: RecordingHeader;
  readonly entries: readonly Entry[];
  /** What of it could not be read, one sentence each; at most five, then how many more. */
  readonly remarks: readonly string[];
}

export type RecordingRead =
  | { readonly state: "read"; readonly recording: Recording }
  | { readonly state: "refused"; readonly message: string };

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readHeader(line: string): Begun | string {
  const value = parsed(line);
  const about = v.safeParse(v.object({ format: v.literal(RECORDING_FORMAT), version: v.number() }), value);
  if (!about.success) {
    return `This is no recording of the Monitor: its first line does not say "format": "${RECORDING_FORMAT}" and a version. Save one there with “Save recording”.`;
  }
  const { version } = about.output;
  if (version > RECORDING_VERSION) {
    return `This recording has version ${version}, and this Headroom knows versions up to ${RECORDING_VERSION}. Open it with a newer Headroom.`;
  }
  const header = v.safeParse(v.variant("version", [headerSchema1, headerSchema2]), value);
  if (header.success) {
    return {
      header: { ...header.output, version: RECORDING_VERSION },
      entrySchema: header.output.version === 1 ? entrySchema1 : entrySchema2,
    };
  }
  const [issue] = header.issues;
  return `The first line of this recording has a wrong field "${v.getDotPath(issue) ?? "?"}": ${issue.message}`;
}

const REMARKS_MOST = 5;

/** When an entry begins, ms; rules hold from where they stand. */
function startOf(entry: Entry): number | null {
  if ("slot" in entry) return entry.slot.atMs;
  return "mark" in entry ? entry.mark.atMs : null;
}

/** Reads a recording of unknown origin. A line that cannot be read is left out and told; a last one that was cut too. */
export function readRecording(text: string): RecordingRead {
  if (text.length > RECORDING_LIMITS.charactersMost) {
    return { state: "refused", message: "This recording is over 200 MB. A day takes about 60 MB." };
  }
  const lines = text.split("\n");
  const begun = readHeader(lines[0] ?? "");
  if (typeof begun === "string") return { state: "refused", message: begun };
  const { header, entrySchema } = begun;
  const entries: Entry[] = [];
  const faults: string[] = [];
  let lastMs = 0;
  const body = lines.slice(1, 1 + RECORDING_LIMITS.linesMost);
  for (const [at, line] of body.entries()) {
    if (line === "") continue;
    const number = at + 2;
    const value = line.length > RECORDING_LIMITS.lineMost ? undefined : parsed(line);
    const entry = v.safeParse(entrySchema, value);
    if (entry.success && (startOf(entry.output) ?? lastMs) >= lastMs) {
      entries.push(entry.output);
      if ("slot" in entry.output) lastMs = entry.output.slot.atMs;
    } else if (number === lines.length && value === undefined) {
      faults.push("The last line was cut, as when a page ends in the middle of it. Everything before it is here.");
    } else {
      faults.push(
        `Line ${number} was left out: ${entry.success ? "it is earlier than the line before it" : "it is no slot and no mark"}.`,
      );
    }
  }
  const more = lines.length - 1 - body.length;
  if (more > 1)
    faults.push(`Only the first ${RECORDING_LIMITS.linesMost} lines were read; ${more} more were left out.`);
  const told = faults.slice(0, REMARKS_MOST);
  const remarks =
    faults.length > told.length ? [...told, `${faults.length - told.length} more lines were left out.`] : told;
  return { state: "read", recording: { header, entries, remarks } };
}
