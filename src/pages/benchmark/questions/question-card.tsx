// One question as a card: the question, what is done for it, how long that takes, and what it found before.
import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import type { Configuration } from "../../../scenarios/contract/scenario.ts";
import { textsOf } from "../../../scenarios/texts.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";

const QuestionPreview = lazyPart("The preview", () =>
  import("./question-preview.tsx").then((module) => module.QuestionPreview),
);

const look =
  "grid shrink-0 content-center rounded border bg-panel px-3 py-2 text-ink no-underline aria-[current=true]:border-accent max-sm:min-h-11 max-sm:whitespace-nowrap sm:min-w-0";

export interface QuestionCardProps {
  readonly name: string;
  readonly label: string;
  readonly answer: string;
  readonly configuration: Configuration;
  /** About how long it takes; undefined until that is known. */
  readonly time: string | undefined;
  /** A card that is asked is a link no more. */
  readonly isAsked: boolean;
  readonly askedRef: Ref<HTMLDivElement>;
  readonly onChoose: () => void;
}

export function QuestionCard(props: QuestionCardProps) {
  const { name, label, answer, configuration, time, isAsked, askedRef, onChoose } = props;
  const about = `about-${name}`;
  const content = (
    <>
      <span className="font-semibold">{label}</span>
      <span id={about} className="hidden grid-cols-[minmax(0,1fr)_auto] gap-2 text-xs text-muted sm:grid">
        <span>{answer}</span>
        {/* Room is kept for both, so that nothing moves when they arrive. */}
        <span className="grid min-h-10 min-w-16 content-between justify-items-end">
          <span className="whitespace-nowrap">{time}</span>
          <QuestionPreview part={{ configuration }} fallback={null} failed={() => null} />
        </span>
      </span>
    </>
  );
  return isAsked ? (
    <div ref={askedRef} className={look} aria-current>
      {content}
    </div>
  ) : (
    <Link
      to="/"
      search={textsOf(configuration)}
      resetScroll={false}
      onClick={onChoose}
      className={`${look} hover:border-line-strong`}
      aria-label={label}
      aria-describedby={about}
    >
      {content}
    </Link>
  );
}
