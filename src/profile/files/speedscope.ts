// A profile in speedscope's own format: one timeline per worker, and the bytes by owner as a profile of their own.
import { bytesRows } from "../profile-bytes.ts";
import type { Span } from "../spans.ts";
import { microseconds, type Profile, profileTitle, spanName, threadName } from "./exported.ts";
import { drawnSpans } from "./nesting.ts";

/** Frames by their names, each once. */
class Frames {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  of(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/** Opens and closes in the order of time; at one instant what ends does so first. */
function* eventsOf(spans: readonly Span[], frames: Frames): Generator<string> {
  const open: { readonly frame: number; readonly endNs: number }[] = [];
  function* closeUntil(ns: number): Generator<string> {
    for (let last = open.at(-1); last !== undefined && last.endNs <= ns; last = open.at(-1)) {
      open.pop();
      yield `{"type":"C","frame":${last.frame},"at":${microseconds(last.endNs)}}`;
    }
  }
  for (const { kind, startNs, durationNs } of drawnSpans(spans)) {
    yield* closeUntil(startNs);
    const frame = frames.of(spanName(kind));
    yield `{"type":"O","frame":${frame},"at":${microseconds(startNs)}}`;
    open.push({ frame, endNs: startNs + durationNs });
  }
  yield* closeUntil(Number.POSITIVE_INFINITY);
}

function bytesProfile({ record }: Profile, frames: Frames): string | null {
  const rows = bytesRows(record).flatMap(({ label, bytes }) =>
    bytes !== null && bytes > 0 ? [{ frame: frames.of(label), bytes }] : [],
  );
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return JSON.stringify({
    type: "sampled",
    name: "Bytes by owner",
    unit: "bytes",
    startValue: 0,
    endValue: total,
    samples: rows.map(({ frame }) => [frame]),
    weights: rows.map(({ bytes }) => bytes),
  });
}

/** JSON text that www.speedscope.app opens; Headroom reads its table from `headroom`, which speedscope ignores. */
export function speedscopeFile(profile: Profile): string {
  const { record, workers } = profile;
  const frames = new Frames();
  const profiles = workers.map(({ agents, spans }, worker) => {
    const events = [...eventsOf(spans, frames)].join(",\n");
    const endNs = spans.reduce((end, { startNs, durationNs }) => Math.max(end, startNs + durationNs), 0);
    const name = JSON.stringify(threadName(worker, agents));
    return `{"type":"evented","name":${name},"unit":"microseconds","startValue":0,"endValue":${microseconds(endNs)},"events":[\n${events}\n]}`;
  });
  const bytes = bytesProfile(profile, frames);
  if (bytes !== null) profiles.push(bytes);
  const head = JSON.stringify({
    $schema: "https://www.speedscope.app/file-format-schema.json",
    exporter: `Headroom ${record.environment.appVersion}`,
    name: profileTitle(record),
    activeProfileIndex: 0,
    headroom: record,
    shared: { frames: frames.names.map((name) => ({ name })) },
  });
  return `${head.slice(0, -1)},"profiles":[\n${profiles.join(",\n")}\n]}\n`;
}
