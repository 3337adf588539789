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
  limits: "What limits it",
  teams: "Teams",
  memory: "Memory",
  agent: "Inside an agent",
} as const satisfies Record<Topic, string>;

/** What most people come with is always shown. */
const FIRST: readonly Topic[] = ["capacity", "limits"];
const MORE = TOPICS.filter((topic) => !FIRST.includes(topic));

export interface QuestionCardsProps {
  readonly asked: Configuration;
  /** Once there is an answer the cards give it room, until somebody asks for them. */
  readonly isFolded: boolean;
  readonly hardwareConcurrency: number;
}

function cardsOf() {
  return SCENARIOS.flatMap((kind) =>
    scenarios[kind].questions.map((question) => ({
      kind,
      question,
      configuration: withSettings(scenarios[kind].standard(), question.settings),
    })),
  );
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

/** On a phone the cards of a topic are one line that is swiped: the last one in sight is cut, which shows that there are more. */
const grid =
  "relative flex gap-2 overflow-x-auto pb-1 sm:grid sm:grid-cols-2 sm:gap-3 sm:overflow-visible sm:pb-0 lg:grid-cols-3";

interface TopicCardsProps {
  readonly topic: Topic;
  readonly children: ReactNode;
}

function TopicCards({ topic, children }: TopicCardsProps) {
  return (
    <div role="group" aria-label={topicNames[topic]} className={grid} {...{ [ROW]: "" }}>
      {children}
    </div>
  );
}

export function QuestionCards({ asked, isFolded, hardwareConcurrency }: QuestionCardsProps) {
  const cards = useMemo(() => cardsOf(), []);
  const timeOf = useTimeOf();
  const isAsked = ({ kind, question }: Card): boolean => kind === asked.scenario.kind && isPreset(asked, question);
  // A card that was chosen is a link no more. What it asks is below the cards, and maybe out of sight.
  const isChosen = useRef(false);
  useEffect(() => {
    if (!isChosen.current) return;
    isChosen.current = false;
    const heading = document.getElementById(QUESTION_HEADING);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
  });
  const cardsOfTopic = (topic: Topic): ReactNode => (
    <TopicCards key={topic} topic={topic}>
      {cards
        .filter(({ question }) => question.topic === topic)
        .map((one) => (
          <QuestionCard
            key={one.question.name}
            name={one.question.name}
            label={one.question.label}
            answer={one.question.answer}
            configuration={one.configuration}
            time={timeOf?.(one.configuration, hardwareConcurrency)}
            isAsked={isAsked(one)}
            askedRef={intoSight}
            onChoose={() => {
              isChosen.current = true;
            }}
          />
        ))}
    </TopicCards>
  );
  const more = cards.filter(({ question }) => MORE.includes(question.topic));
  const whole = (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-3">
      <p className="text-xs text-muted max-sm:sr-only">
        Curves on cards were measured elsewhere; “published” is what FreeAgentics documents.
      </p>
      {FIRST.map(cardsOfTopic)}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-muted">
        {/* It closes when another question is chosen, so that Run comes into sight. */}
        <details className="open:w-full" key={cards.find(isAsked)?.question.name}>
          <summary>{more.length} more: teams, memory, caches, optimisations, my own model</summary>
          {MORE.map((topic) => (
            <div key={topic} className="pt-3">
              <p aria-hidden className="mb-1.5 text-xs">
                {topicNames[topic]}
              </p>
              {cardsOfTopic(topic)}
            </div>
          ))}
        </details>
        <p>
          Have figures already? <Link to="/capacity/plan">How many machines do I need?</Link> Two results?{" "}
          <Link to="/results">Is one faster than the other?</Link>
        </p>
      </div>
    </div>
  );
  return (
    <nav aria-label="What to measure" className={`print:hidden ${isFolded ? "pt-4" : "pb-6"}`}>
      {isFolded ? (
        <details>
          <summary className="text-muted">Other questions</summary>
          {whole}
        </details>
      ) : (
        whole
      )}
    </nav>
  );
}
