// The series of a coordination run: its rows, one agent alone, and what carrying messages costs where no agent thinks.
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { formatCounted } from "../../words/format.ts";
import { rowName } from "../../words/row-name.ts";
import { cellName, transportWords } from "./cells.ts";

export const ROW = "row";
export const SOLO = "solo";

/** Rows of so many bytes written in place by one lane that thinks and hears nobody: what publishing costs without a message. */
export const PUBLISH = "publish";

/**
 * By transport: messages of so many bytes between two workers that do nothing else, and between two that think; a barrier of so many
 * workers; all-to-all among so many.
 */
export const MESSAGE_SERIES = {
  "shared-memory": { sizes: "sizes-shared", carry: "carry-shared", barrier: "barrier-shared", everybody: "all-shared" },
  message: { sizes: "sizes-message", carry: "carry-message", barrier: "barrier-message", everybody: "all-message" },
} as const satisfies Record<TransportKind, Readonly<Record<string, string>>>;

/** What a series of messages is, by its name; null for rows and lone agents. */
export interface MessageSeries {
  readonly kind: "publish" | "sizes" | "carry" | "barrier" | "everybody";
  readonly transport: TransportKind | null;
}

const messageSeries: ReadonlyMap<string, MessageSeries> = new Map<string, MessageSeries>([
  [PUBLISH, { kind: "publish", transport: null }],
  ...(["shared-memory", "message"] as const).flatMap((transport) =>
    (["sizes", "carry", "barrier", "everybody"] as const).map(
      (kind) => [MESSAGE_SERIES[transport][kind], { kind, transport }] as const,
    ),
  ),
]);

export function messageSeriesOf(series: string): MessageSeries | null {
  return messageSeries.get(series) ?? null;
}

/** What is measured at a point, in words. */
export function pointWords({ series, at }: Planned): string {
  const messages = messageSeriesOf(series);
  if (messages === null) return series === SOLO ? `${rowName(at)} alone on one worker` : cellName(at);
  const how = messages.transport === null ? "" : ` by ${transportWords[messages.transport]}`;
  switch (messages.kind) {
    case "publish":
      return `rows of ${formatCounted(at, "byte")}, written in place`;
    case "sizes":
      return `messages of ${formatCounted(at, "byte")}${how}`;
    case "carry":
      return `messages of ${formatCounted(at, "byte")}${how}, between ops`;
    case "barrier":
      return `barrier of ${formatCounted(at, "worker")}${how}`;
    case "everybody":
      return `${formatCounted(at, "worker")} all-to-all${how}`;
  }
}
