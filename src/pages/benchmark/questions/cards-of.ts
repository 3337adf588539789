// Every question that can be measured, with the configuration that its card leads to.
import { SCENARIOS, scenarios } from "../../../scenarios/registry.ts";
import { withSettings } from "../../../scenarios/texts.ts";

/** In the order of the scenarios. */
export function cardsOf() {
  return SCENARIOS.flatMap((kind) =>
    scenarios[kind].questions.map((question) => ({
      kind,
      question,
      configuration: withSettings(scenarios[kind].standard(), question.settings),
    })),
  );
}

export type Card = ReturnType<typeof cardsOf>[number];
