// The table of machines: who, what it found, whether it was steady, cores and browser.
import { Link } from "@tanstack/react-router";
import { QualityMark } from "../../../ui/quality-mark.tsx";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { formatCount, formatInstant, formatMeasured } from "../../../words/format.ts";
import { CompareTick } from "../list/entry-parts.tsx";
import type { Machine } from "./read-machines.ts";

export interface MachineTableProps {
  readonly machines: readonly Machine[];
  /** Payloads, in order. */
  readonly ticked: readonly string[];
  readonly canTick: boolean;
  readonly onTick: (payload: string) => void;
}

const columns = [
  { label: "Machine" },
  { label: "What it found" },
  { label: "Quality" },
  { label: "C, cores", align: "right" },
  { label: "Browser" },
] as const;

export function MachineTable({ machines, ticked, canTick, onTick }: MachineTableProps) {
  return (
    <TableFrame label="Machines" caption="Machines and what their results found" columns={columns} testId="machines">
      <tbody>
        {machines.map(({ payload, name, findings, coresMeasured, coresReported, browser, platform, createdAt }, at) => (
          <tr key={payload} className="border-b align-top last:border-b-0">
            <th scope="row" className="px-3 py-2 text-left font-normal">
              <span className="flex items-start gap-2">
                <CompareTick
                  name={`${name}, ${at + 1}`}
                  place={ticked.includes(payload) ? ticked.indexOf(payload) + 1 : null}
                  canCompare={canTick}
                  onToggle={() => onTick(payload)}
                />
                <Link to="/r/$payload" params={{ payload }} className="min-w-32 font-semibold break-words">
                  {name}
                </Link>
              </span>
            </th>
            <td className="min-w-64 px-3 py-2 break-words">{findings.sentence ?? "No trial has a figure."}</td>
            <td className="px-3 py-2">
              <QualityMark state={findings.quality} />
            </td>
            <td className="px-3 py-2 text-right whitespace-nowrap tabular-nums">
              {formatMeasured(coresMeasured)}
              <span className="block text-xs text-muted">{formatCount(coresReported)} reported</span>
            </td>
            <td className="min-w-40 px-3 py-2">
              {browser}
              <span className="block text-xs break-words text-muted">
                {platform} · {formatInstant(createdAt)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
