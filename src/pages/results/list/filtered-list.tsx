// A list of results with its filters, and the way back where they leave nothing.
import { noFilter } from "../../../results/library/filter.ts";
import { Button } from "../../../ui/button.tsx";
import { EntryList, type EntryListProps } from "./entry-list.tsx";
import { FilterBar, type FilterBarProps } from "./filter-bar.tsx";

export interface FilteredListProps<Entry extends FilterBarProps["entries"][number]> extends Omit<
  EntryListProps<Entry>,
  "entries"
> {
  readonly filter: FilterBarProps["filter"];
  readonly onFilter: FilterBarProps["onChange"];
  readonly all: readonly Entry[];
  /** Those that the filters leave. */
  readonly shown: readonly Entry[];
}

export function FilteredList<Entry extends FilterBarProps["entries"][number]>(props: FilteredListProps<Entry>) {
  const { filter, onFilter, all, shown, label, row } = props;
  return (
    <>
      <FilterBar entries={all} filter={filter} onChange={onFilter} />
      {shown.length === 0 ? (
        <p className="mt-6 text-muted">
          Nothing is found.{" "}
          <Button className="min-h-8" onClick={() => onFilter(noFilter)}>
            Clear the filters
          </Button>
        </p>
      ) : (
        <EntryList label={label} entries={shown} row={row} />
      )}
    </>
  );
}
