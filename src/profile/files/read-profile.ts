// Opens a profile that Headroom exported, as a Chrome trace or for speedscope; anything else is refused with the reason.
import * as v from "valibot";
import { SPAN_KINDS, type SpanKind } from "../../measurement/lane/profile-phases.ts";
import { formatOneSchema, type ProfileRecord } from "../format-1.ts";
import { type Span, SPANS_MOST, type WorkerSpans } from "../spans.ts";
import { type Profile, spanName } from "./exported.ts";
import { nestingProblem } from "./nesting.ts";

/** The largest file that is read. */
export const PROFILE_BYTES_MOST = 60_000_000;

export type ReadProfile =
  | {
      readonly state: "read";
      readonly profile: Profile;
      /** What of the file is left out, as sentences. */
      readonly remarks: readonly string[];
    }
  | { readonly state: "refused"; readonly message: string };

const kindsByName: ReadonlyMap<string, SpanKind> = new Map(SPAN_KINDS.map((kind) => [spanName(kind), kind]));

const chromeSchema = v.object({ traceEvents: v.array(v.unknown()), metadata: v.optional(v.unknown()) });
const speedscopeSchema = v.object({
  $schema: v.string(),
  shared: v.object({ frames: v.array(v.object({ name: v.string() })) }),
  profiles: v.array(v.unknown()),
  headroom: v.optional(v.unknown()),
});
const ns = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
const spanEventSchema = v.object({
  ph: v.literal("X"),
  name: v.string(),
  tid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ts: ns,
  dur: ns,
});
const eventedSchema = v.object({ type: v.literal("evented"), events: v.array(v.unknown()) });
const turnSchema = v.object({ type: v.picklist(["O", "C"]), frame: v.pipe(v.number(), v.integer()), at: ns });

function refused(message: string): ReadProfile {
  return { state: "refused", message };
}

/** The record, or the first thing that is wrong with it and where. */
function recordOf(input: unknown): ProfileRecord | string {
  const version = v.safeParse(v.object({ format: v.literal("headroom-profile"), version: v.number() }), input);
  if (version.success && version.output.version > 1) {
    return `It is of version ${version.output.version}, and this Headroom reads version 1. Open it with a newer one.`;
  }
  const parsed = v.safeParse(formatOneSchema, input, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return `Its ${v.getDotPath(issue) ?? "record"} is wrong: ${issue.message.slice(0, 160)}`;
}

function nanoseconds(us: number): number {
  return Math.round(us * 1_000);
}

interface Tracks {
  readonly byWorker: readonly (readonly Span[])[];
  readonly unread: number;
}

function chromeTracks(events: readonly unknown[], workers: number): Tracks {
  const byWorker = Array.from({ length: workers }, (): Span[] => []);
  let unread = 0;
  for (const event of events) {
    if (typeof event !== "object" || event === null || !("ph" in event) || event.ph !== "X") continue;
    const parsed = v.safeParse(spanEventSchema, event);
    const track = parsed.success ? byWorker[parsed.output.tid - 1] : undefined;
    const kind = parsed.success ? kindsByName.get(parsed.output.name) : undefined;
    if (!parsed.success || track === undefined || kind === undefined) {
      unread += 1;
      continue;
    }
    const startNs = nanoseconds(parsed.output.ts);
    const endNs = nanoseconds(parsed.output.ts + parsed.output.dur);
    track.push({ kind, agent: null, startNs, durationNs: endNs - startNs });
  }
  return { byWorker, unread };
}

/** One worker's timeline; what never ends is left out. */
function eventedTrack(events: readonly unknown[], frames: readonly { readonly name: string }[]) {
  const spans: (Span | null)[] = [];
  const open: { readonly at: number; readonly frame: number }[] = [];
  let unread = 0;
  for (const event of events) {
    const parsed = v.safeParse(turnSchema, event);
    const name = parsed.success ? frames[parsed.output.frame]?.name : undefined;
    const kind = name === undefined ? undefined : kindsByName.get(name);
    if (!parsed.success || kind === undefined) {
      unread += 1;
      continue;
    }
    const { type, frame, at } = parsed.output;
    if (type === "O") {
      open.push({ at: spans.length, frame });
      spans.push({ kind, agent: null, startNs: nanoseconds(at), durationNs: -1 });
      continue;
    }
    const last = open.pop();
    const span = last === undefined ? null : (spans[last.at] ?? null);
    if (last === undefined || span === null || last.frame !== frame) unread += 1;
    else spans[last.at] = { ...span, durationNs: nanoseconds(at) - span.startNs };
  }
  const whole = spans.filter((span): span is Span => span !== null && span.durationNs >= 0);
  return { spans: whole, unread: unread + spans.length - whole.length };
}

function speedscopeTracks({ profiles, shared }: v.InferOutput<typeof speedscopeSchema>, workers: number): Tracks {
  const evented = profiles.flatMap((profile) => {
    const parsed = v.safeParse(eventedSchema, profile);
    return parsed.success ? [parsed.output] : [];
  });
  const tracks = evented.slice(0, workers).map(({ events }) => eventedTrack(events, shared.frames));
  return {
    byWorker: Array.from({ length: workers }, (_, at) => tracks[at]?.spans ?? []),
    unread: tracks.reduce((sum, { unread }) => sum + unread, 0),
  };
}

function profileFrom(input: unknown, tracksOf: (workers: number) => Tracks): ReadProfile {
  const record = recordOf(input);
  if (typeof record === "string") return refused(record);
  const { byWorker, unread } = tracksOf(record.workers.length);
  const remarks =
    unread === 0 ? [] : [`${unread === 1 ? "1 span" : `${unread} spans`} could not be read and are left out.`];
  let left = SPANS_MOST;
  const workers = byWorker.map((spans, at): WorkerSpans => {
    const agents = record.workers[at]?.agents ?? 0;
    const problem = nestingProblem(spans);
    if (problem !== null) {
      remarks.push(`The timeline of worker ${at + 1} is left out: ${problem}`);
      return { agents, spans: [] };
    }
    const kept = spans.slice(0, left);
    left -= kept.length;
    return { agents, spans: kept };
  });
  return { state: "read", profile: { record, workers }, remarks };
}

const WAY_OUT = "Only files that the Profile page exported open here; others open in Perfetto or speedscope.";

/** @param text of a file of unknown origin */
export function readProfile(text: string): ReadProfile {
  if (text.length > PROFILE_BYTES_MOST) return refused("It is larger than 60 MB, which no profile of Headroom is.");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(`It is no JSON. ${WAY_OUT}`);
  }
  const speedscope = v.safeParse(speedscopeSchema, json);
  if (speedscope.success) {
    const { headroom } = speedscope.output;
    if (headroom === undefined) return refused(`It is a speedscope file of another program. ${WAY_OUT}`);
    return profileFrom(headroom, (workers) => speedscopeTracks(speedscope.output, workers));
  }
  const chrome = v.safeParse(chromeSchema, json);
  if (chrome.success) {
    const about = v.safeParse(v.object({ headroom: v.unknown() }), chrome.output.metadata);
    if (!about.success || about.output.headroom === undefined) {
      return refused(`It is a Chrome trace of another program. ${WAY_OUT}`);
    }
    return profileFrom(about.output.headroom, (workers) => chromeTracks(chrome.output.traceEvents, workers));
  }
  if (Array.isArray(json)) return refused(`It is a list of trace events without a table of Headroom. ${WAY_OUT}`);
  return refused(`It is neither a Chrome trace nor a speedscope file. ${WAY_OUT}`);
}
