// Edits one scenario: which published optimisations it holds, and how much of each.
import { Trash2 } from "lucide-react";
import { type Change, type ChangeKind, claimedChanges, type Scenario } from "../../../../capacity/asked/what-if.ts";
import { scenariosFromText, scenariosToText } from "../../../../capacity/asked/what-if-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { HelpMark } from "../../../../ui/help.tsx";
import { useDraft } from "../../../../ui/use-draft.ts";
import { changeClaims, changeNames } from "./what-if-labels.ts";

/** In the order in which they stand in the form and the address. */
export const changeKinds: readonly ChangeKind[] = ["belief", "pooling", "cache", "processes"];

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

export function ScenarioEditor({
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
        {changeKinds.map((kind) => {
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
                            (a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind),
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
