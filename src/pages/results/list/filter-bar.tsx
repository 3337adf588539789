// Search and filters over kept results, or those of a catalogue.
import { ChevronDown, Search, SlidersHorizontal } from "lucide-react";
import { useId, useMemo, useState } from "react";
import {
  activeFilters,
  choicesOf,
  type LibraryFilter,
  type Listed,
  machineOf,
  noFilter,
  settingChoices,
} from "../../../results/library/filter.ts";
import { Button } from "../../../ui/button.tsx";

export interface FilterBarProps {
  readonly entries: readonly Listed[];
  readonly filter: LibraryFilter;
  readonly onChange: (filter: LibraryFilter) => void;
}

const look = "min-h-9 min-w-0 rounded border border-line-strong bg-panel px-2 text-ink";

interface Select {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly with: (value: string) => LibraryFilter;
}

/** What these entries can be narrowed by: their scenario and settings where they differ, machine and tag always. */
function selectsOf(entries: readonly Listed[], filter: LibraryFilter): Select[] {
  const { settings } = filter;
  const scenarios = choicesOf(entries, ({ scenario }) => scenario);
  const ofSettings = settingChoices(entries).map(({ parameter, label, choices }): Select => {
    const value = settings[parameter] ?? "";
    const chosen = (next: string) => ({ ...filter, settings: { ...settings, [parameter]: next } });
    return { key: `setting ${parameter}`, label, value, choices, with: chosen };
  });
  const ofScenario: Select = {
    key: "scenario",
    label: "Scenario",
    value: filter.scenario,
    choices: scenarios,
    with: (scenario) => ({ ...filter, scenario }),
  };
  return [
    ...(scenarios.length > 1 || filter.scenario !== "" ? [ofScenario] : []),
    ...ofSettings,
    {
      key: "machine",
      label: "Machine",
      value: filter.machine,
      choices: choicesOf(entries, machineOf),
      with: (machine) => ({ ...filter, machine }),
    },
    {
      key: "tag",
      label: "Tag",
      value: filter.tag,
      choices: choicesOf(entries, ({ tags }) => tags),
      with: (tag) => ({ ...filter, tag }),
    },
  ];
}

const fieldLook = "grid min-w-0 content-end gap-1 text-xs text-muted";
const controlLook = `${look} w-full text-sm`;

export function FilterBar({ entries, filter, onChange }: FilterBarProps) {
  const selects = useMemo(() => selectsOf(entries, filter), [entries, filter]);
  const [isOpen, setIsOpen] = useState(false);
  const active = activeFilters(filter);
  const panel = useId();
  return (
    <search className="mt-4 flex flex-wrap items-end gap-3 print:hidden">
      <label className="min-w-0 flex-1 basis-40 sm:basis-60">
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
      {/* Open, they would stand between the search and the first result. */}
      <Button aria-expanded={isOpen} aria-controls={panel} onClick={() => setIsOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden size={14} /> {active === 0 ? "Filters" : `Filters: ${active} active`}
        <ChevronDown aria-hidden size={14} className={isOpen ? "rotate-180" : ""} />
      </Button>
      <div
        id={panel}
        role="group"
        aria-label="Filters"
        hidden={!isOpen}
        className={`w-full grid-cols-2 gap-3 rounded border bg-panel p-3 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] ${isOpen ? "grid" : ""}`}
      >
        {selects.map(({ key, label, value, choices, with: chosen }) => (
          <label key={key} className={fieldLook}>
            {label}
            <select className={controlLook} value={value} onChange={(event) => onChange(chosen(event.target.value))}>
              <option value="">all</option>
              {choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          </label>
        ))}
        {(["from", "to"] as const).map((field) => (
          <label key={field} className={fieldLook}>
            {field === "from" ? "From" : "To"}
            <input
              type="date"
              className={controlLook}
              value={filter[field]}
              onChange={(event) => onChange({ ...filter, [field]: event.target.value })}
            />
          </label>
        ))}
        <div className="col-span-full">
          <Button
            className="min-h-8 text-xs"
            disabled={active === 0}
            onClick={() => onChange({ ...noFilter, search: filter.search })}
          >
            Clear filters
          </Button>
        </div>
      </div>
    </search>
  );
}
