// A status as a word with a mark: shape and word carry it, colour only helps.
import type { Status } from "../../../scaling/status.ts";

const marks = {
  good: { mark: "●", tone: "text-good" },
  warn: { mark: "▲", tone: "text-warn" },
  bad: { mark: "■", tone: "text-bad" },
} as const satisfies Record<Status["tone"], { mark: string; tone: string }>;

export function StatusMark({ status }: { readonly status: Status }) {
  const { mark, tone } = marks[status.tone];
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden className={`${tone} mr-1.5 text-xs`}>
        {mark}
      </span>
      {status.word}
      {status.why === undefined ? null : <span className="block text-xs text-muted">{status.why}</span>}
    </span>
  );
}
