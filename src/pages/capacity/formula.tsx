// The formula with the numbers put in.
import { memoryFor } from "../../capacity/memory/memory.ts";
import { constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";
import { formatCount, formatInstant } from "../../words/format.ts";
import { formatEntered, formatMegabytes } from "../../words/format-memory.ts";
import { numberText } from "../../words/number-text.ts";
import type { PartName } from "./memory-bar.tsx";

/** 20 → "1.20". */
function factor(percent: number): string {
  return numberText(1 + percent / 100, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
}

/** "(500 MB + 35 MB × 25) × 1.20 × 1.50 = 2,475 MB". */
export function formulaText(settings: CalculatorSettings): string {
  const base = `${formatEntered(settings.baseMB)} MB`;
  const agents = `${formatEntered(settings.perAgentMB)} MB × ${formatCount(settings.agents)}`;
  const cache = factor(settings.cachePercent);
  const buffer = factor(settings.bufferPercent);
  const left =
    settings.reading === "compounding"
      ? `(${base} + ${agents}) × ${cache} × ${buffer}`
      : `(${base} + ${agents} × ${cache}) × ${buffer}`;
  const { totalMB } = memoryFor(settings.agents, constantsOf(settings), settings.reading);
  return `${left} = ${formatMegabytes(totalMB)} MB`;
}

/** How each part of the memory is computed. */
export function originsOf(settings: CalculatorSettings): Readonly<Record<PartName, string>> {
  const cache = `${formatEntered(settings.cachePercent)}%`;
  return {
    base: "per process",
    agents: `${formatEntered(settings.perAgentMB)} MB × ${formatCount(settings.agents)}`,
    cache: settings.reading === "compounding" ? `${cache} of base and agents` : `${cache} of agents`,
    buffer: `${formatEntered(settings.bufferPercent)}% of base, agents and cache`,
  };
}

export function Formula({ settings }: { readonly settings: CalculatorSettings }) {
  return (
    <section aria-labelledby="formula">
      <h2 id="formula">Formula</h2>
      <p className="mt-2 rounded border bg-panel px-4 py-3 font-mono break-words" data-testid="formula">
        {formulaText(settings)}
      </p>
      {settings.measuredAt === "" ? null : (
        <p className="mt-2 max-w-prose text-muted" data-testid="measured-constants">
          Base and memory per agent were measured in a browser, {formatInstant(settings.measuredAt)}: they are of this
          engine, not of the published Python. What a cache takes is not in them.
        </p>
      )}
      <p className="mt-2 max-w-prose text-xs text-muted">
        {settings.reading === "compounding"
          ? "(base + per agent × agents) × (1 + cache) × (1 + buffer)"
          : "(base + per agent × agents × (1 + cache)) × (1 + buffer)"}{" "}
        is this reading of the published capacity formula. MB are 10⁶ bytes; 1 GiB is 1,073.741824 MB. Every part is
        rounded to whole bytes.
      </p>
    </section>
  );
}
