// The table of a profile as CSV: times of phases, then bytes by owner, one row each.
import { bytesRows } from "../profile-bytes.ts";
import { profileRows } from "../profile-table.ts";
import type { ProfileRecord } from "../format-1.ts";

const HEAD = ["kind", "name", "us_per_op", "share", "probe_us_per_op", "method", "bytes", "bytes_per_agent"] as const;

/** Quoted where it must be. What begins like a formula is not one: all names are Headroom's own. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function profileCsv(record: ProfileRecord): string {
  const times = profileRows(record).map(({ label, perOpUs, share, probeUs, method }) => [
    "time",
    label,
    perOpUs,
    share,
    probeUs,
    method,
    null,
    null,
  ]);
  const bytes = bytesRows(record).map((row) => ["bytes", row.label, null, null, null, null, row.bytes, row.perAgent]);
  return [HEAD, ...times, ...bytes].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
