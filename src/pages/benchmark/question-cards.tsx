// The questions that can be measured, each a card that leads to its settings: the question, what is done for it, and how long that takes.
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { isPreset } from "../../scenarios/contract/presets.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import { textsOf, withSettings } from "../../scenarios/texts.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { QUESTION_HEADING } from "./question-heading.ts";
import { useTimeOf } from "./use-time-of.ts";

const QuestionPreview = lazyPart("The preview", () =>
  import("./question-preview.tsx").then((module) => module.QuestionPreview),
);

const look = "flex rounded border bg-panel px-3 text-ink no-underline aria-[current=true]:border-accent";
const looks = {
  whole: {
    list: "grid grid-cols-2 gap-2 pt-6 md:grid-cols-4 xl:grid-cols-5",
    card: `${look} min-w-0 flex-col gap-1 py-2`,
  },
  // On a phone they are one line that is swiped: the last one in sight is cut, which shows that there are more.
  folded: {
    list: "relative flex gap-2 overflow-x-auto pt-4 pb-1",
    card: `${look} min-h-9 shrink-0 items-center text-xs`,
  },
} as const;

export interface QuestionCardsProps {
  readonly asked: Configuration;
  /** While a run is on, whose question stays. */
  readonly disabled: boolean;
  /** Once there is an answer the cards give it room: their questions alone stay, in one line. */
  readonly isFolded: boolean;
  readonly hardwareConcurrency: number;
}

function cardsOf() {
  return SCENARIOS.flatMap((kind) =>
    scenarios[kind].questions.map((question) => {
      const configuration = withSettings(scenarios[kind].standard(), question.settings);
      return { kind, question, configuration, search: textsOf(configuration) };
    }),
  );
}

/** Moves the row so that this card is in its middle. The page itself stays where it is. */
function intoSight(card: HTMLElement | null): void {
  const row = card?.parentElement ?? null;
  if (card === null || row === null) return;
  row.scrollLeft = card.offsetLeft - (row.clientWidth - card.offsetWidth) / 2;
}

type Card = ReturnType<typeof cardsOf>[number];

export function QuestionCards({ asked, disabled, isFolded, hardwareConcurrency }: QuestionCardsProps) {
  const all = useMemo(() => cardsOf(), []);
  const timeOf = useTimeOf();
  const isAsked = ({ kind, question }: Card): boolean => kind === asked.scenario.kind && isPreset(asked, question);
  const cards = disabled ? all.filter(isAsked) : all;
  // A card that was chosen is a link no more. What it asks is below the cards, and maybe out of sight.
  const isChosen = useRef(false);
  useEffect(() => {
    if (!isChosen.current) return;
    isChosen.current = false;
    const heading = document.getElementById(QUESTION_HEADING);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "center" });
  });
  const shape = isFolded ? "folded" : "whole";
  const className = looks[shape].card;
  return (
    <nav aria-label="What to measure" className={`${looks[shape].list} print:hidden`}>
      {cards.map((one) => {
        const { question, configuration, search } = one;
        const isCurrent = isAsked(one);
        const about = `about-${question.name}`;
        const card = isFolded ? (
          <span className="font-semibold whitespace-nowrap">{question.label}</span>
        ) : (
          <>
            <span className="font-semibold">{question.label}</span>
            <span id={about} className="hidden text-xs text-muted sm:block">
              {question.answer}
              {/* Its line is kept, so that nothing moves when it arrives. */}
              <span className="block min-h-4">{timeOf?.(configuration, hardwareConcurrency)}</span>
            </span>
            {/* Its room is kept, so that nothing moves when it arrives. */}
            <span className="mt-auto hidden min-h-14 sm:block">
              <QuestionPreview part={{ configuration }} fallback={null} failed={() => null} />
            </span>
          </>
        );
        return isCurrent ? (
          // Another row is another card: it is moved into sight again.
          <div key={`${question.name} ${shape} ${cards.length}`} ref={intoSight} className={className} aria-current>
            {card}
          </div>
        ) : (
          <Link
            key={question.name}
            to="/"
            search={search}
            resetScroll={false}
            onClick={() => {
              isChosen.current = true;
            }}
            className={`${className} hover:border-line-strong`}
            aria-label={question.label}
            aria-describedby={isFolded ? undefined : about}
          >
            {card}
          </Link>
        );
      })}
      {disabled ? (
        <p className="self-center text-xs text-muted">The other questions wait until this run has ended.</p>
      ) : null}
      {isFolded ? null : (
        <p className="col-span-full text-sm text-muted">
          Have figures already? <Link to="/capacity/plan">How many machines do I need?</Link> plans from yours, or from
          the published ones.
        </p>
      )}
    </nav>
  );
}
