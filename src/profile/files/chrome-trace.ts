// A profile as a Chrome trace: one process, one thread per worker, spans, arrows for messages, instants, and ops per second as a counter.
import { flowsOf } from "./flows.ts";
import { microseconds, type Profile, profileTitle, spanName, threadName } from "./exported.ts";
import { onGrid } from "../spans.ts";
import { drawnSpans } from "./nesting.ts";

/** Parts of the window of which each has a figure of ops per second. */
const COUNTED_PARTS = 20;

/** Spans carry no `args`: viewers make them a part of the name, and would not merge them. */
function* spanEvents({ workers }: Profile): Generator<string> {
  for (const [worker, { spans }] of workers.entries()) {
    const tid = worker + 1;
    for (const { kind, startNs, durationNs } of drawnSpans(spans)) {
      const cat = kind === "op" ? "op" : "phase";
      const fromNs = onGrid(startNs);
      const lastsNs = onGrid(startNs + durationNs) - fromNs;
      if (lastsNs === 0) continue;
      yield `{"name":"${spanName(kind)}","cat":"${cat}","ph":"X","pid":1,"tid":${tid},"ts":${microseconds(fromNs)},"dur":${microseconds(lastsNs)}}`;
    }
  }
}

function* threadEvents(profile: Profile): Generator<string> {
  const name = JSON.stringify(profileTitle(profile.record));
  yield `{"name":"process_name","ph":"M","pid":1,"tid":0,"args":{"name":${name}}}`;
  for (const [worker, { agents }] of profile.workers.entries()) {
    const thread = JSON.stringify(threadName(worker, agents));
    yield `{"name":"thread_name","ph":"M","pid":1,"tid":${worker + 1},"args":{"name":${thread}}}`;
  }
}

function* flowEvents(profile: Profile): Generator<string> {
  for (const [id, { from, to }] of flowsOf(profile).entries()) {
    const common = `"name":"belief","cat":"message","id":${id},"pid":1`;
    yield `{${common},"ph":"s","tid":${from.worker + 1},"ts":${microseconds(from.atNs)}}`;
    yield `{${common},"ph":"f","bp":"e","tid":${to.worker + 1},"ts":${microseconds(to.atNs)}}`;
  }
}

function* instantEvents({ record }: Profile): Generator<string> {
  for (const { atUs, worker, text } of record.instants) {
    const scope = worker === null ? '"tid":0,"s":"p"' : `"tid":${worker + 1},"s":"t"`;
    yield `{"name":${JSON.stringify(text)},"cat":"event","ph":"i","pid":1,${scope},"ts":${microseconds(Math.max(0, Math.round(atUs * 1_000)))}}`;
  }
}

/** Ops per second of all workers; of a sampled window as many as its noted rounds stand for. */
function* counterEvents({ record, workers }: Profile): Generator<string> {
  const ops = workers.flatMap(({ spans }) => spans.filter(({ kind }) => kind === "op"));
  const endNs = Math.max(0, ...workers.map(({ spans }) => spans.at(-1)?.startNs ?? 0)) + 1;
  const partNs = Math.ceil(endNs / COUNTED_PARTS);
  if (ops.length === 0) return;
  const counts = new Float64Array(COUNTED_PARTS);
  for (const { startNs } of ops) {
    const part = Math.min(COUNTED_PARTS - 1, Math.floor(startNs / partNs));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  for (const [part, count] of counts.entries()) {
    const rate = Math.round((count * record.trace.every) / (partNs / 1e9));
    yield `{"name":"ops","ph":"C","pid":1,"tid":0,"ts":${microseconds(part * partNs)},"args":{"op/s":${rate}}}`;
  }
}

/**
 * JSON text that Perfetto, chrome://tracing, speedscope and the Firefox Profiler open; Headroom reads its table from the metadata.
 * Source: the Trace Event Format.
 */
export function chromeTrace(profile: Profile): string {
  const events = [
    ...threadEvents(profile),
    ...spanEvents(profile),
    ...flowEvents(profile),
    ...instantEvents(profile),
    ...counterEvents(profile),
  ];
  const { trace } = profile.record;
  const about = { sampling: `1 of ${trace.every} rounds`, headroom: profile.record };
  return `{"traceEvents":[\n${events.join(",\n")}\n],\n"displayTimeUnit":"ms",\n"metadata":${JSON.stringify(about)}}\n`;
}
