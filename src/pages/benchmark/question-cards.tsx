// The questions that can be measured, each a card that leads to its settings: the question, what is done for it, and how long that takes.
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { estimateRange } from "../../measurement/run/estimate.ts";
import { isPreset } from "../../scenarios/contract/presets.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import { textsOfExperiment, withSettings } from "../../scenarios/texts.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { formatAboutRange } from "../../words/format.ts";

const QuestionPreview = lazyPart("The preview", () =>
  import("./question-preview.tsx").then((module) => module.QuestionPreview),
);

const look =
  "flex rounded border bg-panel px-3 text-ink no-underline aria-[current=true]:border-accent aria-disabled:opacity-60";
const looks = {
  whole: {
    list: "grid grid-cols-2 gap-2 pt-6 md:grid-cols-3 xl:grid-cols-6",
    card: `${look} min-w-0 flex-col gap-1 py-2`,
  },
  // On a phone they are one line that is swiped: the last one in sight is cut, which shows that there are more.
  folded: { list: "flex gap-2 overflow-x-auto pt-4 pb-1", card: `${look} min-h-9 shrink-0 items-center text-xs` },
} as const;

export interface QuestionCardsProps {
  readonly asked: Experiment;
  /** While a run is on, whose question stays. */
  readonly disabled: boolean;
  /** Once there is an answer the cards give it room: their questions alone stay, in one line. */
  readonly isFolded: boolean;
  readonly hardwareConcurrency: number;
}

function cardsOf(hardwareConcurrency: number) {
  return SCENARIOS.flatMap((kind) =>
    scenarios[kind].questions.map((question) => {
      const experiment = withSettings(scenarios[kind].standard(), question.settings);
      const time = formatAboutRange(...estimateRange([experiment], hardwareConcurrency));
      return { kind, question, experiment, search: textsOfExperiment(experiment), time };
    }),
  );
}

export function QuestionCards({ asked, disabled, isFolded, hardwareConcurrency }: QuestionCardsProps) {
  const cards = useMemo(() => cardsOf(hardwareConcurrency), [hardwareConcurrency]);
  const shape = isFolded ? "folded" : "whole";
  const className = looks[shape].card;
  return (
    <nav aria-label="What to measure" className={`${looks[shape].list} print:hidden`}>
      {cards.map(({ kind, question, experiment, search, time }) => {
        const isCurrent = kind === asked.scenario.kind && isPreset(asked, question);
        const about = `about-${question.name}`;
        const card = isFolded ? (
          <span className="font-semibold whitespace-nowrap">{question.label}</span>
        ) : (
          <>
            <span className="font-semibold">{question.label}</span>
            <span id={about} className="hidden text-xs text-muted sm:block">
              {question.answer} <span className="whitespace-nowrap">{time}.</span>
            </span>
            {/* Its room is kept, so that nothing moves when it arrives. */}
            <span className="mt-auto hidden min-h-14 sm:block">
              <QuestionPreview part={{ experiment }} fallback={null} failed={() => null} />
            </span>
          </>
        );
        return isCurrent || disabled ? (
          <div key={question.name} className={className} aria-current={isCurrent} aria-disabled={!isCurrent}>
            {card}
          </div>
        ) : (
          <Link
            key={question.name}
            to="/"
            search={search}
            className={`${className} hover:border-line-strong`}
            aria-label={question.label}
            aria-describedby={isFolded ? undefined : about}
          >
            {card}
          </Link>
        );
      })}
    </nav>
  );
}
