// The questions that can be measured, each a link to its scenario with the usual settings.
import { Link } from "@tanstack/react-router";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import { textsOfExperiment } from "../../scenarios/texts.ts";

const look =
  "flex min-h-9 items-center rounded border px-3 text-muted no-underline hover:text-ink aria-[current=true]:border-accent aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-disabled:opacity-60";

/** @param disabled while a run is on, whose question stays */
export function ScenarioChoice({ kind, disabled }: { readonly kind: string; readonly disabled: boolean }) {
  return (
    <nav aria-label="What to measure" className="flex flex-wrap gap-2 pt-6 print:hidden">
      {SCENARIOS.map((name) => {
        const isCurrent = name === kind;
        const { shortQuestion } = scenarios[name];
        return isCurrent || disabled ? (
          <span key={name} className={look} aria-current={isCurrent} aria-disabled={!isCurrent}>
            {shortQuestion}
          </span>
        ) : (
          <Link key={name} to="/" search={textsOfExperiment(scenarios[name].standard())} className={look}>
            {shortQuestion}
          </Link>
        );
      })}
    </nav>
  );
}
