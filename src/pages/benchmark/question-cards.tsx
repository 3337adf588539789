// The questions that can be measured, by what they are about. Each is a card that leads to its settings.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { isPreset } from "../../scenarios/contract/presets.ts";
import { type Configuration, type Topic, TOPICS } from "../../scenarios/contract/scenario.ts";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import { withSettings } from "../../scenarios/texts.ts";
import { QuestionCard } from "./question-card.tsx";
import { QUESTION_HEADING } from "./question-heading.ts";
import { useTimeOf } from "./use-time-of.ts";

const topicNames = {
  capacity: "Speed and capacity",
  teams: "Teams",
  memory: "Memory",
  document: "The published document",
} as const satisfies Record<Topic, string>;

export interface QuestionCardsProps {
  readonly asked: Configuration;
  /** While a run is on, whose question stays. */
  readonly disabled: boolean;
  /** Once there is an answer the cards give it room: their questions alone stay, in one line. */
  readonly isFolded: boolean;
  readonly hardwareConcurrency: number;
}

/** By what they are about, in the order in which the page shows them. */
function cardsOf() {
  const all = SCENARIOS.flatMap((kind) =>
    scenarios[kind].questions.map((question) => ({
      kind,
      question,
      configuration: withSettings(scenarios[kind].standard(), question.settings),
    })),
  );
  return TOPICS.flatMap((topic) => all.filter(({ question }) => question.topic === topic));
}

type Card = ReturnType<typeof cardsOf>[number];

/** Marks what is swiped where cards are one line. */
const ROW = "data-row";

/** Moves the row so that this card is in its middle. The page itself stays where it is. */
function intoSight(card: HTMLElement | null): void {
  const row = card?.closest<HTMLElement>(`[${ROW}]`) ?? null;
  if (card === null || row === null) return;
  row.scrollLeft = card.offsetLeft - (row.clientWidth - card.offsetWidth) / 2;
}

/** Cards below the name of what they are about; on a phone all are one line, without names. */
function TopicCards({ topic, children }: { readonly topic: Topic; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={topicNames[topic]} className="contents sm:grid sm:content-start sm:gap-2">
      <p aria-hidden className="hidden text-xs text-muted sm:block">
        {topicNames[topic]}
      </p>
      {children}
    </div>
  );
}

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
    heading?.scrollIntoView({ block: "nearest" });
  });
  const shape = isFolded ? "folded" : "whole";
  const cardOf = (one: Card): ReactNode => {
    const { question, configuration } = one;
    return (
      <QuestionCard
        // Another row is another card: it is moved into sight again.
        key={`${question.name} ${shape} ${cards.length}`}
        name={question.name}
        label={question.label}
        answer={question.answer}
        configuration={configuration}
        time={timeOf?.(configuration, hardwareConcurrency)}
        shape={shape}
        isAsked={isAsked(one)}
        askedRef={intoSight}
        onChoose={() => {
          isChosen.current = true;
        }}
      />
    );
  };
  if (isFolded) {
    return (
      <nav
        aria-label="What to measure"
        className="relative flex gap-2 overflow-x-auto pt-4 pb-1 sm:flex-wrap sm:gap-1.5 print:hidden"
        {...{ [ROW]: "" }}
      >
        {cards.map(cardOf)}
        {disabled ? (
          <p className="self-center text-xs text-muted">The other questions wait until this run has ended.</p>
        ) : null}
      </nav>
    );
  }
  return (
    <nav aria-label="What to measure" className="pt-4 print:hidden">
      <p className="mb-3 max-w-none text-xs text-muted">
        Headroom measures in this browser how many active-inference agents a machine runs.{" "}
        <span className="max-sm:hidden">
          Small curves were measured elsewhere; “published” is what FreeAgentics documents as its limits.
        </span>
      </p>
      {/* On a phone they are one line that is swiped: the last one in sight is cut, which shows that there are more. */}
      <div
        className="relative flex gap-2 overflow-x-auto pb-1 sm:grid sm:grid-cols-2 sm:gap-x-3 sm:gap-y-3 sm:overflow-visible sm:pb-0 xl:grid-cols-4"
        {...{ [ROW]: "" }}
      >
        {TOPICS.map((topic) => (
          <TopicCards key={topic} topic={topic}>
            {cards.filter(({ question }) => question.topic === topic).map(cardOf)}
          </TopicCards>
        ))}
      </div>
      <p className="mt-3 text-sm text-muted">
        Have figures already? <Link to="/capacity/plan">How many machines do I need?</Link> Two results?{" "}
        <Link to="/results">Is one faster than the other?</Link>
      </p>
    </nav>
  );
}
