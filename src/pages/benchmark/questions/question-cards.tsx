// The questions that can be measured, by what they are about. Each is a card that leads to its settings.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { isPreset } from "../../../scenarios/contract/presets.ts";
import { type Configuration, type Topic, TOPICS } from "../../../scenarios/contract/scenario.ts";
import { type Card, cardsOf } from "./cards-of.ts";
import { QuestionCard } from "./question-card.tsx";
import { QuestionLinks } from "./question-links.tsx";
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
/** The others are short lists, which a phone folds. */
const MORE = TOPICS.filter((topic) => !FIRST.includes(topic));

const startsWide = globalThis.matchMedia("(min-width: 640px)").matches;

export interface QuestionCardsProps {
  readonly asked: Configuration;
  /** Once there is an answer the cards give it room, until somebody asks for them. */
  readonly isFolded: boolean;
  readonly hardwareConcurrency: number;
}

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
  const choose = (): void => {
    isChosen.current = true;
  };
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
            onChoose={choose}
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
      {/* On a phone it closes when another question is chosen, so that Run comes into sight. */}
      <details open={startsWide} key={cards.find(isAsked)?.question.name} className="min-w-0">
        <summary className="text-muted">{more.length} more: teams, memory, caches, optimisations, my own model</summary>
        <div className="grid gap-x-8 gap-y-2 pt-2 sm:grid-cols-3">
          {MORE.map((topic) => (
            <QuestionLinks
              key={topic}
              topic={topicNames[topic]}
              questions={more.filter(({ question }) => question.topic === topic)}
              isAsked={isAsked}
              timeOf={({ configuration }) => timeOf?.(configuration, hardwareConcurrency)}
              onChoose={choose}
            />
          ))}
        </div>
      </details>
      <p className="text-muted">
        Have figures already? <Link to="/capacity/plan">How many machines do I need?</Link> Two results?{" "}
        <Link to="/results">Is one faster than the other?</Link>
      </p>
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
