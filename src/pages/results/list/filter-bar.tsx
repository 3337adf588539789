// Search and filters over kept results, or those of a catalogue.
import { Search } from "lucide-react";
import { useMemo } from "react";
import { choicesOf, type LibraryFilter, type Listed, machineOf } from "../../../results/library/filter.ts";

export interface FilterBarProps {
  readonly entries: readonly Listed[];
  readonly filter: LibraryFilter;
  readonly onChange: (filter: LibraryFilter) => void;
}

const look = "min-h-9 min-w-0 rounded border border-line-strong bg-panel px-2 text-ink";

const selects = [
  { field: "workload", label: "Workload", of: (entry: Listed) => [entry.workload] },
  { field: "placement", label: "Placement", of: (entry: Listed) => [entry.placement] },
  { field: "machine", label: "Machine", of: (entry: Listed) => [machineOf(entry)] },
  { field: "tag", label: "Tag", of: (entry: Listed) => entry.tags },
] as const;

export function FilterBar({ entries, filter, onChange }: FilterBarProps) {
  const choices = useMemo(() => selects.map(({ of }) => choicesOf(entries, of)), [entries]);
  return (
    <search className="mt-4 flex flex-wrap items-end gap-3 print:hidden">
      <label className="min-w-0 flex-1 basis-full sm:basis-60">
        <span className="mb-1 flex items-center gap-1 text-xs text-muted">
          <Search aria-hidden size={14} /> Search
        </span>
        <input
          type="search"
          className={`${look} w-full`}
          placeholder="name, tag, browser, agents …"
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </label>
      {selects.map(({ field, label }, at) => (
        <label key={field} className="min-w-0 grow basis-36 sm:grow-0">
          <span className="mb-1 block text-xs text-muted">{label}</span>
          <select
            className={`${look} w-full`}
            value={filter[field]}
            onChange={(event) => onChange({ ...filter, [field]: event.target.value })}
          >
            <option value="">all</option>
            {(choices[at] ?? []).map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ))}
      {(["from", "to"] as const).map((field) => (
        <label key={field} className="min-w-0 grow basis-36 sm:grow-0 sm:basis-auto">
          <span className="mb-1 block text-xs text-muted">{field === "from" ? "From" : "To"}</span>
          <input
            type="date"
            className={`${look} w-full`}
            value={filter[field]}
            onChange={(event) => onChange({ ...filter, [field]: event.target.value })}
          />
        </label>
      ))}
    </search>
  );
}
