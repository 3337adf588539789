// The two tabs of Capacity: the memory of agents, and a deployment for a demand.
import { Link } from "@tanstack/react-router";
import { useLastSearch } from "../../session/address/last-search.ts";

const tabs = [
  { to: "/capacity", label: "Memory" },
  { to: "/capacity/plan", label: "Plan" },
] as const;

export function CapacityTabs() {
  const lastSearch = useLastSearch();
  return (
    <nav aria-label="Parts of Capacity" className="-mb-2 flex gap-1 border-b pt-4 print:hidden">
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          search={lastSearch[to] ?? {}}
          className="-mb-px min-h-9 border-b-2 border-transparent px-3 py-2 text-muted no-underline hover:text-ink"
          activeProps={{ className: "!border-accent !text-ink font-semibold" }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
