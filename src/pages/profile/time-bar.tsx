// A worker's time as one stacked bar, labelled in place where there is room, with every part named below it.
import type { ProfileRow } from "../../profile/profile-table.ts";
import { formatPercent } from "../../words/format.ts";
import { phaseColours } from "./phase-look.ts";

/** Dark text does not read on these. */
const PALE: ReadonlySet<ProfileRow["id"]> = new Set(["rest"]);

export function TimeBar({ rows }: { readonly rows: readonly ProfileRow[] }) {
  const parts = rows.filter(({ share }) => share > 0);
  return (
    <div>
      <div aria-hidden className="flex h-11 gap-0.5 overflow-hidden rounded forced-color-adjust-none">
        {parts.map(({ id, label, share }) => (
          <div
            key={id}
            className={`@container flex min-w-0 items-center overflow-hidden text-sm font-semibold whitespace-nowrap ${PALE.has(id) ? "text-ink" : "text-on-accent"}`}
            style={{ flexGrow: share, flexBasis: 0, background: phaseColours[id] }}
          >
            <span className="hidden px-2 @min-[110px]:inline">{label}</span>
          </div>
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1" aria-label="Shares of the time" data-testid="shares">
        {rows.map(({ id, label, share }) => (
          <li key={id} className="flex items-center gap-2">
            <span
              aria-hidden
              className="size-2.5 rounded-[2px] border forced-color-adjust-none"
              style={{ background: phaseColours[id] }}
            />
            <span className="text-muted">{label}</span> {formatPercent(share)}
          </li>
        ))}
      </ul>
    </div>
  );
}
