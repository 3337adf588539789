// A status as a word with a mark: shape and word carry it, colour only helps.
import type { Status } from "../../../scaling/status.ts";

const marks: Readonly<Record<Status, { readonly mark: string; readonly tone: string }>> = {
  Optimal: { mark: "●", tone: "text-good" },
  Good: { mark: "●", tone: "text-good" },
  Acceptable: { mark: "●", tone: "text-good" },
  Degraded: { mark: "▲", tone: "text-warn" },
  Poor: { mark: "▲", tone: "text-warn" },
  Inefficient: { mark: "■", tone: "text-bad" },
  "Practical limit": { mark: "■", tone: "text-bad" },
};

export function StatusMark({ status }: { readonly status: Status }) {
  const { mark, tone } = marks[status];
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden className={`${tone} mr-1.5 text-xs`}>
        {mark}
      </span>
      {status}
    </span>
  );
}
