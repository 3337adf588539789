// Where the bytes go: exact ones by owner, what the runtime adds where it was measured, and the published breakdown beside them.
import { bytesRows, exactBytes } from "../../profile/profile-bytes.ts";
import type { ProfileRecord } from "../../profile/format-1.ts";
import { TableFrame } from "../../ui/table-frame.tsx";
import { formatBytesWithUnit, MISSING } from "../../words/format.ts";

function bytesText(bytes: number | null): string {
  return bytes === null ? MISSING : formatBytesWithUnit(bytes);
}

export function BytesPanel({ record }: { readonly record: ProfileRecord }) {
  const rows = bytesRows(record);
  const reason = rows.find((row) => row.reason !== null)?.reason ?? null;
  return (
    <section aria-labelledby="bytes-heading">
      <h2 id="bytes-heading">Where the bytes go</h2>
      <p className="mb-3 text-xs text-muted">
        The engine's typed arrays take exactly {formatBytesWithUnit(exactBytes(record))} on all workers together.
        Nothing is estimated.
        {reason === null ? "" : ` What the runtime takes besides was not measured: ${reason}`}
      </p>
      <TableFrame
        label="Bytes by owner"
        caption="Bytes of typed arrays by owner, beside the published memory of one agent"
        testId="bytes"
        keepsFirst
        columns={[
          { label: "Owner" },
          { label: "All workers", align: "right" },
          { label: "For each agent", align: "right" },
          {
            label: "Published, for each agent",
            align: "right",
            help: "From the published document: 12 MB beliefs, 8 MB matrix cache, 6 MB state, 5 MB arrays and 3.5 MB objects.",
          },
        ]}
      >
        <tbody>
          {rows.map(({ id, label, bytes, perAgent, published }) => (
            <tr key={id} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-2 text-left font-normal">
                {label}
              </th>
              <td className="px-3 py-2 text-right">{bytesText(bytes)}</td>
              <td className="px-3 py-2 text-right">{bytesText(perAgent)}</td>
              <td className="px-3 py-2 text-right">{bytesText(published)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
