// A recording of a soak as lines of JSON: the first says what was run and where, each further one is a slot or a mark.
import * as v from "valibot";
import { BUCKETS } from "../histogram.ts";
import { type Entry, MARK_KINDS } from "../slot.ts";

const RECORDING_FORMAT = "headroom-recording";
const RECORDING_VERSION = 1;

/** A day of slots of 2 s, and as many marks as are ever kept. */
export const RECORDING_LIMITS = {
  linesMost: 60_000,
  charactersMost: 200_000_000,
  lineMost: 220_000,
  textMost: 500,
} as const;

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const shortText = v.pipe(v.string(), v.maxLength(RECORDING_LIMITS.textMost));

const rulesText = v.pipe(v.string(), v.maxLength(100_000));

/** Frozen: version 1 never changes. */
const headerSchema = v.object({
  format: v.literal(RECORDING_FORMAT),
  version: v.literal(RECORDING_VERSION),
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** What ran, in a line. */
  title: shortText,
  browser: shortText,
  /** Alert rules in force at the start, as text. */
  rules: rulesText,
  basis: v.object({ soloOpsPerSecond: count, cores: count }),
});

export type RecordingHeader = v.InferOutput<typeof headerSchema>;

const latencySchema = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  v.maxLength(2 * BUCKETS),
  v.check(
    (sparse) =>
      sparse.length % 2 === 0 &&
      sparse.every((value, at) => at % 2 === 1 || (value < BUCKETS && (at === 0 || value > (sparse[at - 2] ?? 0)))),
    "latency must be ascending buckets with their counts",
  ),
);

const slotSchema = v.object({
  atMs: count,
  durationMs: count,
  agents: count,
  lanes: count,
  ops: count,
  offered: v.nullable(count),
  late: count,
  failed: count,
  busyMs: count,
  mainThread: v.nullable(share),
  workerBytes: v.nullable(count),
  latency: latencySchema,
});

const markSchema = v.object({ atMs: count, kind: v.picklist(MARK_KINDS), text: shortText });

const entrySchema = v.union([
  v.strictObject({ slot: slotSchema }),
  v.strictObject({ mark: markSchema }),
  v.strictObject({ rules: rulesText }),
]);

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

function readHeader(line: string): RecordingHeader | string {
  const value = parsed(line);
  const about = v.safeParse(v.object({ format: v.literal(RECORDING_FORMAT), version: v.number() }), value);
  if (!about.success) {
    return `This is no recording of the Monitor: its first line does not say "format": "${RECORDING_FORMAT}" and a version. Save one there with “Save recording”.`;
  }
  if (about.output.version > RECORDING_VERSION) {
    return `This recording has version ${about.output.version}, and this Headroom knows version ${RECORDING_VERSION}. Open it with a newer Headroom.`;
  }
  const header = v.safeParse(headerSchema, value);
  if (header.success) return header.output;
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
  const header = readHeader(lines[0] ?? "");
  if (typeof header === "string") return { state: "refused", message: header };
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
