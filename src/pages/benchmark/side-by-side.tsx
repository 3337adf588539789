// What one question found with each choice of a setting: the button that measures the others, and the answers beside each other.
import { Columns3 } from "lucide-react";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import { answerOf } from "../../results/answer.ts";
import { derive } from "../../results/derive.ts";
import { unansweredText } from "../../results/unanswered.ts";
import type { FinishedRun } from "../../session/runs/benchmark-store.ts";
import { estimateRange } from "../../measurement/run/estimate.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { choiceLabel, otherChoices } from "../../scenarios/other-choices.ts";
import type { Gauge } from "../../scenarios/contract/seen.ts";
import { measureSideBySide } from "../../session/runs/side-by-side.ts";
import { type SideBySide, useSideBySide } from "../../session/runs/side-by-side-store.ts";
import { Button } from "../../ui/button.tsx";
import { formatAboutRange, formatCount } from "../../words/format.ts";

/** The setting whose choices are worth a look. */
const SETTING = "placement";

interface ChoiceAnswer {
  readonly label: string;
  readonly sentence: string;
  readonly gauge: Gauge | null;
}

function choiceAnswer(result: FinishedRun["result"], setting: string): ChoiceAnswer {
  const experiment = experimentOf(result);
  const on = measuredOn(result.environment);
  const { samples } = result;
  const { sentence, gauge } = answerOf(experiment, derive(experiment, samples, on), samples, on, "here");
  return {
    label: choiceLabel(experiment, setting) ?? experiment.name,
    sentence: sentence ?? unansweredText(experiment, samples),
    gauge,
  };
}

/** Offered where a run answers with one figure, and other choices can run. */
export function SideBySideButton({ result }: { readonly result: FinishedRun["result"] }) {
  const sideBySide = useSideBySide((state) => state.sideBySide);
  const experiment = experimentOf(result);
  const others = experiment.search === null ? [] : otherChoices(experiment, SETTING);
  if (others.length === 0 || sideBySide !== null) return null;
  const configurations = others.map(({ configuration }) => configuration);
  const time = formatAboutRange(
    ...estimateRange(configurations.map(experimentFrom), globalThis.navigator.hardwareConcurrency),
  );
  return (
    <div>
      <Button onClick={() => void measureSideBySide(result, SETTING, configurations)}>
        <Columns3 aria-hidden size={16} /> Measure the other placements, {time}
      </Button>
    </div>
  );
}

export function SideBySideTable({ sideBySide: { found, left, setting } }: { readonly sideBySide: SideBySide }) {
  const answers = found.map((result) => ({ id: result.id, ...choiceAnswer(result, setting) }));
  const most = Math.max(1, ...answers.map(({ gauge }) => gauge?.value ?? 0));
  return (
    <section aria-labelledby="side-by-side" className="min-w-0 rounded border bg-panel p-4">
      <h2 id="side-by-side" className="mb-3">
        Placements side by side
      </h2>
      <dl className="grid gap-3" data-testid="side-by-side">
        {answers.map(({ id, label, sentence, gauge }) => (
          <div key={id}>
            <dt className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span>{label}</span>
              <b>{gauge === null ? "–" : `${formatCount(gauge.value)} ${gauge.unit}`}</b>
            </dt>
            <dd>
              <div aria-hidden className="my-1 h-2 rounded bg-line forced-color-adjust-none">
                <div
                  className="h-full rounded bg-series-1"
                  style={{ width: `${((gauge?.value ?? 0) / most) * 100}%` }}
                />
              </div>
              <span className="text-xs text-muted">{sentence}</span>
            </dd>
          </div>
        ))}
        {left.map((configuration, at) => {
          const label = choiceLabel(configuration, setting) ?? configuration.name;
          return (
            <div key={label} className="text-muted">
              <dt>{label}</dt>
              <dd className="text-xs">{at === 0 ? "measuring …" : "to come"}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
