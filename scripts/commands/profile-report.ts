// What `npm run profile` prints: the answer, the table of times, and the table of bytes.
import { bytesRows, exactBytes } from "../../src/profile/profile-bytes.ts";
import type { ProfileRecord } from "../../src/profile/format-1.ts";
import { probesSentence, profileSentence } from "../../src/profile/profile-sentence.ts";
import { profileRows, restWarning } from "../../src/profile/profile-table.ts";
import { formatBytesWithUnit, formatMeasured, formatPercent, MISSING } from "../../src/words/format.ts";

/** Columns side by side, the first to the left and the figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

export function profileReport(record: ProfileRecord): readonly string[] {
  const rows = profileRows(record);
  const warning = restWarning(rows);
  const times = rows.map(({ label, perOpUs, share, probeUs, method }) => [
    label,
    formatMeasured(perOpUs),
    formatPercent(share),
    probeUs === null ? MISSING : formatMeasured(probeUs),
    method,
  ]);
  const bytes = bytesRows(record).map(({ label, bytes: own, perAgent, published }) => [
    label,
    ...[own, perAgent, published].map((value) => (value === null ? MISSING : formatBytesWithUnit(value))),
  ]);
  return [
    profileSentence(record, rows),
    probesSentence(record),
    ...(warning === null ? [] : [warning]),
    ...record.instants.map(({ text }) => text),
    "",
    ...aligned([["phase", "µs per op", "share", "probe µs", "measured"], ...times]),
    "",
    `Typed arrays take ${formatBytesWithUnit(exactBytes(record))}.`,
    ...aligned([["owner", "all workers", "an agent", "published, an agent"], ...bytes]),
    ...(record.processMemory.state === "measured" ? [] : [`The runtime's share: ${record.processMemory.reason}`]),
  ];
}
