// Further questions of one topic as a short list of links, each with how long it takes.
import { Link } from "@tanstack/react-router";
import { textsOf } from "../../../scenarios/texts.ts";
import type { Card } from "./cards-of.ts";

export interface QuestionLinksProps {
  readonly topic: string;
  readonly questions: readonly Card[];
  /** A question that is asked is a link no more. */
  readonly isAsked: (card: Card) => boolean;
  /** About how long it takes; undefined until that is known. */
  readonly timeOf: (card: Card) => string | undefined;
  readonly onChoose: () => void;
}

export function QuestionLinks({ topic, questions, isAsked, timeOf, onChoose }: QuestionLinksProps) {
  return (
    <div role="group" aria-label={topic}>
      <p aria-hidden className="text-xs text-muted">
        {topic}
      </p>
      <ul>
        {questions.map((card) => {
          const { name, label } = card.question;
          return (
            <li key={name} className="flex min-h-7 items-center justify-between gap-3 max-sm:min-h-11">
              {isAsked(card) ? (
                <span aria-current className="font-semibold">
                  {label}
                </span>
              ) : (
                <Link to="/" search={textsOf(card.configuration)} resetScroll={false} onClick={onChoose}>
                  {label}
                </Link>
              )}
              <span className="text-xs whitespace-nowrap text-muted">{timeOf(card)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
