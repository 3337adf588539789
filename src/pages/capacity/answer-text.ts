// The calculator's answers as sentences.
import { memoryFor, mostAgents, budgetMB } from "../../capacity/memory/memory.ts";
import { budgetOf, constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";
import { formatCounted, formatPercent } from "../../words/format.ts";
import { formatEntered, formatMegabytes } from "../../words/format-memory.ts";

/** The budget in the unit of all other figures: "4,295 MB". */
export function budgetText(settings: CalculatorSettings): string {
  return `${formatMegabytes(budgetMB(budgetOf(settings)))} MB`;
}

/** As it was typed, and where that is another unit in the unit of all other figures too: "4 GiB (4,295 MB)". */
export function enteredBudgetText(settings: CalculatorSettings): string {
  const { budget, unit } = settings;
  return unit === "MB" ? budgetText(settings) : `${formatEntered(budget)} ${unit} (${budgetText(settings)})`;
}

/** "25 agents need 2,475 MB; of your 4 GiB (4,295 MB), 1,820 MB stay free". */
export function needSentence(settings: CalculatorSettings): string {
  const { totalMB } = memoryFor(settings.agents, constantsOf(settings), settings.reading);
  const freeMB = budgetMB(budgetOf(settings)) - totalMB;
  const verb = settings.agents === 1 ? "needs" : "need";
  const need = `${formatCounted(settings.agents, "agent")} ${verb} ${formatMegabytes(totalMB)} MB`;
  return freeMB >= 0
    ? `${need}; of your ${enteredBudgetText(settings)}, ${formatMegabytes(freeMB)} MB stay free`
    : `${need}, ${formatMegabytes(-freeMB)} MB more than your ${enteredBudgetText(settings)}`;
}

/** How many agents the budget holds, or why it holds none and what would help. */
export function mostSentence(settings: CalculatorSettings): string {
  const constants = constantsOf(settings);
  const most = mostAgents(budgetOf(settings), constants, settings.reading);
  if (most.state === "fits") {
    const next = memoryFor(most.agents + 1, constants, settings.reading).totalMB;
    const needs = most.agents === 1 ? "It needs" : "They need";
    const [now, then] = [most.need.totalMB, next].map(formatMegabytes);
    // Of agents so small nobody sees what one more takes.
    const more = now === then ? "" : `; one more would make it ${then} MB`;
    return `${enteredBudgetText(settings)} hold at most ${formatCounted(most.agents, "agent")}. ${needs} ${now} MB${more}.`;
  }
  const remedies = [
    most.baseThatFitsMB === null ? [] : [`a base of at most ${formatMegabytes(most.baseThatFitsMB)} MB`],
    most.bufferThatFits === null ? [] : [`a buffer of at most ${formatPercent(most.bufferThatFits)}`],
  ].flat();
  const short = `${enteredBudgetText(settings)} hold no agent: one needs ${formatMegabytes(most.oneAgentMB)} MB, ${formatMegabytes(most.shortMB)} MB more.`;
  return remedies.length === 0
    ? `${short} Only a larger budget helps.`
    : `${short} A larger budget helps, or ${remedies.join(", or ")}.`;
}
