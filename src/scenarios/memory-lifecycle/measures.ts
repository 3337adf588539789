// What the memory-lifecycle scenario measures and derives, each figure once.
import { COUNTERS, type Counter } from "../../measurement/run/lifecycles.ts";
import { measure, type Measure } from "../contract/measure.ts";

interface CounterWords {
  /** What is left, in a sentence. */
  readonly label: string;
  readonly unit: "count" | "B";
  readonly help: string;
}

const counterWords = {
  workers: {
    label: "workers not ended",
    unit: "count",
    help: "Workers that a block started and did not end.",
  },
  ports: {
    label: "ports left open",
    unit: "count",
    help: "Message ports that a block opened, and that were neither closed nor ended with their worker.",
  },
  listeners: {
    label: "listeners not removed",
    unit: "count",
    help: "Event listeners that a block added to what lives on: the window, the document, ports and workers.",
  },
  entries: {
    label: "performance entries",
    unit: "count",
    help: "Marks, measures and notes of fetched scripts that a block added to the page's performance timeline.",
  },
  nodes: {
    label: "document nodes",
    unit: "count",
    help: "Elements that a block added to the document outside the page's own view.",
  },
  urls: { label: "object URLs not revoked", unit: "count", help: "Object URLs that a block made and did not revoke." },
  shared: {
    label: "shared buffers held",
    unit: "B",
    help: "Bytes of SharedArrayBuffers of a block that somebody still holds after a garbage collection.",
  },
  wasm: {
    label: "WebAssembly memory held",
    unit: "B",
    help: "Bytes of WebAssembly memory of a block that somebody still holds after a garbage collection. Browsers leave it out of the memory of a page.",
  },
} satisfies Record<Counter, CounterWords>;

export function counterId(counter: Counter): string {
  return `left-${counter}`;
}

export interface CounterMeasure {
  readonly counter: Counter;
  readonly measure: Measure;
}

/** A measure for each counter, in files and in a table of its own. */
export const counterMeasures: readonly CounterMeasure[] = COUNTERS.map((counter) => ({
  counter,
  measure: measure({ id: counterId(counter), place: "file", ...counterWords[counter] }),
}));

export const lifecycleMeasures: readonly Measure[] = [
  measure({
    id: "growth",
    label: "growth per lifecycle",
    heading: "Growth each",
    unit: "B",
    of: "row",
    interval: true,
    help: "Bytes that each lifecycle leaves behind: the slope of the readings (Theil–Sen) with its 95% interval, less what blocks that did nothing for as long gained.",
  }),
  measure({
    id: "smallest",
    label: "smallest growth seen",
    heading: "Smallest seen",
    unit: "B",
    of: "row",
    help: "The smallest growth per lifecycle that readings as noisy as these find in 95% of cases.",
  }),
  measure({
    id: "memory",
    label: "memory after",
    unit: "B",
    help: "What the browser attributes to this page after a block and a garbage collection, the median of readings.",
  }),
  measure({
    id: "left",
    label: "things left behind",
    heading: "Left behind",
    unit: "count",
    of: "row",
    help: "What is counted exactly and was left by these blocks together: workers, ports, listeners, performance entries, nodes and object URLs.",
  }),
  measure({
    id: "each",
    label: "a lifecycle takes",
    unit: "µs",
    help: "How long it takes to create agents on fresh workers, run and end them, on average in a block.",
  }),
  measure({
    id: "lane-memory",
    label: "memory of ended workers",
    unit: "B",
    place: "file",
    help: "What the browser still attributes to workers that were ended. It must be 0.",
  }),
  measure({
    id: "begun",
    label: "lifecycles so far",
    unit: "count",
    place: "file",
    help: "Lifecycles that were begun in this page until the reading, idle ones too.",
  }),
  measure({
    id: "page",
    label: "page opened at",
    unit: "count",
    place: "file",
    help: "When the page was opened, in milliseconds since 1970. Readings of two pages are not compared.",
  }),
  ...counterMeasures.map((one) => one.measure),
];
