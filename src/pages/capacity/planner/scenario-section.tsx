// What-if: published optimisations composed into scenarios, planned side by side at both ends of what is claimed.
import { Plus, Trash2 } from "lucide-react";
import type { ScenarioOutcome } from "../../../capacity/plan-answer.ts";
import type { Objective } from "../../../capacity/plan.ts";
import { costOf, objectiveOf } from "../../../capacity/plan-cost.ts";
import type { PlanOutcome } from "../../../capacity/planner.ts";
import { type Change, type ChangeKind, claimedChanges, type Scenario } from "../../../capacity/what-if.ts";
import { SCENARIOS_MOST, scenariosFromText, scenariosToText } from "../../../capacity/what-if-text.ts";
import { Button } from "../../../ui/button.tsx";
import { HelpMark } from "../../../ui/help.tsx";
import { useDraft } from "../../../ui/use-draft.ts";
import { changeClaims, changeNames, scenarioText } from "./scenario-text.ts";
import { formatObjective, machinesText, shortGroups } from "./plan-text.ts";
import type { PlannerInUse } from "./use-planner.ts";

const kinds: readonly ChangeKind[] = ["belief", "pooling", "cache", "processes"];

export interface ScenarioSectionProps {
  readonly inUse: PlannerInUse;
  /** Of the scenarios in the same order; empty while they are worked out. */
  readonly outcomes: readonly ScenarioOutcome[];
  readonly base: PlanOutcome;
  readonly objective: Objective;
}

function groupsOrNone(outcome: PlanOutcome): string {
  return outcome.state === "planned" ? shortGroups(outcome.plan.groups) : "no plan";
}

function figureOf(outcome: PlanOutcome, objective: Objective): number | null {
  return outcome.state === "planned" ? objectiveOf(costOf(outcome.plan), objective) : null;
}

function figuresText(low: PlanOutcome, high: PlanOutcome, objective: Objective): string {
  const texts = [low, high].map((outcome) => {
    const figure = figureOf(outcome, objective);
    return figure === null ? "no plan" : formatObjective(figure, objective);
  });
  return texts[0] === texts[1] ? (texts[0] ?? "") : `${texts[1]} to ${texts[0]}`;
}

function differenceText(base: PlanOutcome, outcome: PlanOutcome, objective: Objective): string {
  const [from, to] = [figureOf(base, objective), figureOf(outcome, objective)];
  if (from === null || to === null) return "–";
  if (from === to) return "no change";
  return `${formatObjective(Math.abs(to - from), objective)} ${to < from ? "less" : "more"}`;
}

function PercentField({
  label,
  value,
  onText,
}: {
  label: string;
  value: string;
  onText: (text: string) => string | null;
}) {
  const [draft, setDraft] = useDraft(value);
  return (
    <input
      aria-label={label}
      title={draft?.error ?? undefined}
      className="min-h-8 w-20 rounded border border-line-strong bg-panel px-1.5 text-right text-ink aria-invalid:border-bad"
      autoComplete="off"
      value={draft?.text ?? value}
      aria-invalid={draft !== null && draft.error !== null}
      onChange={(event) => setDraft({ text: event.target.value, error: onText(event.target.value), value })}
      onBlur={() => setDraft((kept) => (kept?.error === null ? null : kept))}
    />
  );
}

/** The part of a change that is typed, as the address writes it: "30-40", "35-40:5", "1". */
function typedPart(change: Change): string {
  const [, first = "", second] = scenariosToText([[change]]).split(":");
  return change.kind === "cache" ? `${first}:${second ?? ""}` : first;
}

function withTyped(change: Change, text: string): Change | null {
  const typed = text.replaceAll("–", "-").replaceAll("%", "").replaceAll(/\s/g, "");
  const whole = change.kind === "belief" ? `belief:${typed}:${change.of}` : `${change.kind}:${typed}`;
  const read = /[+;]/.test(typed) ? null : scenariosFromText(whole);
  return read?.state === "read" ? (read.value[0]?.[0] ?? null) : null;
}

const typedHelp: Readonly<Record<ChangeKind, string>> = {
  belief: "A percentage or a range of them, such as 30-40.",
  pooling: "A percentage or a range of them, such as 0-50.",
  cache: "Hit rate and speed-up, such as 35-40:5.",
  processes: "A whole number of agents from 1 to 200.",
};

function ScenarioEditor({
  scenario,
  number,
  onChange,
  onRemove,
}: {
  readonly scenario: Scenario;
  readonly number: number;
  readonly onChange: (scenario: Scenario) => void;
  readonly onRemove: () => void;
}) {
  return (
    <fieldset className="min-w-0 rounded border bg-panel p-3">
      <legend className="sr-only">Scenario {number}</legend>
      <div className="mb-1 flex items-center justify-between">
        <p aria-hidden className="font-semibold">
          Scenario {number}
        </p>
        <Button tone="quiet" className="min-h-8 px-2" aria-label={`Remove scenario ${number}`} onClick={onRemove}>
          <Trash2 aria-hidden size={14} />
        </Button>
      </div>
      <ul className="grid gap-1">
        {kinds.map((kind) => {
          const change = scenario.find((known) => known.kind === kind);
          const replaced = (next: Change) => scenario.map((known) => (known.kind === kind ? next : known));
          return (
            <li key={kind} className="flex min-h-9 flex-wrap items-center gap-x-2">
              <label className="flex flex-1 items-center gap-2">
                <input
                  type="checkbox"
                  checked={change !== undefined}
                  disabled={change !== undefined && scenario.length === 1}
                  onChange={() =>
                    onChange(
                      change === undefined
                        ? [...scenario, claimedChanges[kind]].sort(
                            (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
                          )
                        : scenario.filter((known) => known.kind !== kind),
                    )
                  }
                />
                {changeNames[kind]}
              </label>
              <HelpMark about={changeNames[kind]}>{changeClaims[kind]}</HelpMark>
              {change === undefined ? null : (
                <PercentField
                  label={`${changeNames[kind]} in scenario ${number}. ${typedHelp[kind]}`}
                  value={typedPart(change)}
                  onText={(text) => {
                    const next = withTyped(change, text);
                    if (next === null) return typedHelp[kind];
                    onChange(replaced(next));
                    return null;
                  }}
                />
              )}
              {change?.kind === "belief" ? (
                <select
                  aria-label={`What belief compression is of, in scenario ${number}`}
                  className="min-h-8 rounded border border-line-strong bg-panel px-1 text-ink"
                  value={change.of}
                  onChange={(event) =>
                    onChange(replaced({ ...change, of: event.target.value === "whole" ? "whole" : "component" }))
                  }
                >
                  <option value="component">of 12 MB</option>
                  <option value="whole">of 34.5 MB</option>
                </select>
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

export function ScenarioSection({ inUse, outcomes, base, objective }: ScenarioSectionProps) {
  const { scenarios } = inUse.settings;
  const put = (next: readonly Scenario[]) => inUse.change({ scenarios: scenariosToText(next) });
  return (
    <section aria-labelledby="what-if" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="what-if" className="font-semibold">
          What if
        </h2>
        <Button
          className="min-h-8 text-xs print:hidden"
          disabled={scenarios.length >= SCENARIOS_MOST}
          onClick={() => put([...scenarios, [claimedChanges[kinds[scenarios.length % kinds.length] ?? "belief"]]])}
        >
          <Plus aria-hidden size={14} /> Add a scenario
        </Button>
      </div>
      {scenarios.length === 0 ? (
        <p className="text-muted">
          Add a scenario to see what the published optimisations would change, at both ends of what is claimed for them.
        </p>
      ) : (
        <>
          <section aria-label="Scenarios as a table" tabIndex={0} className="table-scroll rounded border bg-panel">
            <table className="w-full border-collapse text-left" data-testid="scenarios">
              <caption className="sr-only">Scenarios side by side</caption>
              <thead>
                <tr className="border-b text-xs text-muted">
                  {["Scenario", "Plan, modest to bold claim", "Needs", "Modest claim against today", "On"].map(
                    (label) => (
                      <th key={label} scope="col" className="px-3 py-2 font-normal">
                        {label}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                <tr className="border-b">
                  <th scope="row" className="px-3 py-1.5 font-normal">
                    As planned above
                  </th>
                  <td className="px-3 py-1.5">{groupsOrNone(base)}</td>
                  <td className="px-3 py-1.5">{figuresText(base, base, objective)}</td>
                  <td className="px-3 py-1.5 text-muted">today</td>
                  <td className="px-3 py-1.5">{base.state === "planned" ? machinesText(base.plan) : ""}</td>
                </tr>
                {scenarios.map((scenario, at) => {
                  const outcome = outcomes[at] ?? null;
                  const key = `${at} ${scenariosToText([scenario])}`;
                  return (
                    <tr key={key} className="border-b last:border-b-0">
                      <th scope="row" className="px-3 py-1.5 font-normal">
                        {at + 1}: {scenarioText(scenario)}
                      </th>
                      {outcome === null ? (
                        <td colSpan={4} className="px-3 py-1.5 text-muted">
                          working it out …
                        </td>
                      ) : (
                        <>
                          <td className="px-3 py-1.5">
                            {groupsOrNone(outcome.low)}
                            {groupsOrNone(outcome.low) === groupsOrNone(outcome.high)
                              ? ""
                              : ` to ${groupsOrNone(outcome.high)}`}
                          </td>
                          <td className="px-3 py-1.5">{figuresText(outcome.low, outcome.high, objective)}</td>
                          <td className="px-3 py-1.5">{differenceText(base, outcome.low, objective)}</td>
                          <td className="px-3 py-1.5">
                            {outcome.low.state === "planned" ? machinesText(outcome.low.plan) : ""}
                          </td>
                        </>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
          <div className="mt-3 grid gap-3 sm:grid-cols-2 print:hidden">
            {scenarios.map((scenario, at) => (
              <ScenarioEditor
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                scenario={scenario}
                number={at + 1}
                onChange={(next) => put(scenarios.map((known, n) => (n === at ? next : known)))}
                onRemove={() => put(scenarios.filter((_, n) => n !== at))}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
