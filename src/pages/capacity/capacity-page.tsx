// The memory calculator: from agents to memory and from memory to agents, with its settings in the address.
import { budgetMB, memoryFor } from "../../capacity/memory/memory.ts";
import { budgetOf, constantsOf } from "../../capacity/memory/calculator-settings.ts";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { formatCounted } from "../../words/format.ts";
import { AddressProblems } from "./address-problems.tsx";
import { budgetText, mostSentence, needSentence } from "./answer-text.ts";
import { CapacityTabs } from "./capacity-tabs.tsx";
import { ChartSection } from "./chart-section.tsx";
import { Formula, originsOf } from "./formula.tsx";
import { GuidelinesPanel } from "./guidelines-panel.tsx";
import { MemoryBar } from "./memory-bar.tsx";
import { CalculatorForm } from "./calculator-form.tsx";
import { ANSWERED_FIELDS, OldAnswer } from "./old-answer.tsx";
import { RestsOn } from "./rests-on.tsx";
import { UnbrokenQuantities } from "./unbroken-quantities.tsx";
import { useCalculator } from "./use-calculator.ts";

/** On a narrow screen the inputs start folded, so that the answer comes first. */
const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

export function CapacityPage() {
  const inUse = useCalculator();
  const { settings, problems } = inUse;
  usePageTitle(`Capacity for ${formatCounted(settings.agents, "agent")}`);
  const need = memoryFor(settings.agents, constantsOf(settings), settings.reading);
  return (
    <>
      <CapacityTabs />
      <div className="pt-6">
        <AddressProblems problems={problems} />
        <div
          className={`${ANSWERED_FIELDS} grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-8 lg:grid-cols-[300px_minmax(0,1fr)] lg:grid-rows-[auto_1fr]`}
        >
          <details open={startsWide} className="min-w-0 lg:row-span-2">
            <summary className="mb-3 font-semibold">Inputs</summary>
            <CalculatorForm {...inUse} />
          </details>
          <div className="order-first min-w-0 lg:order-none">
            <h1 className="answered">How much memory do agents need?</h1>
            <OldAnswer isExplained>
              <section aria-label="Answer">
                <p className="text-lg font-semibold sm:text-xl sm:text-balance" aria-live="polite" data-testid="answer">
                  <UnbrokenQuantities text={`${needSentence(settings)}.`} />
                </p>
                <p className="mt-2" data-testid="most-agents">
                  <UnbrokenQuantities text={mostSentence(settings)} />
                </p>
                <p className="mt-1 mb-5 text-muted" data-testid="rests-on">
                  <RestsOn settings={settings} />
                </p>
                <MemoryBar
                  need={need}
                  budgetMB={budgetMB(budgetOf(settings))}
                  budgetText={budgetText(settings)}
                  origins={originsOf(settings)}
                />
              </section>
            </OldAnswer>
          </div>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8">
            <ChartSection settings={settings} />
            <Formula settings={settings} />
            <GuidelinesPanel settings={settings} />
          </div>
        </div>
      </div>
    </>
  );
}
