// Edits one what-if: which published optimisations it has, and how much of each.
import { Trash2 } from "lucide-react";
import { useId } from "react";
import { type Change, type ChangeKind, claimedChanges, type WhatIf } from "../../../../capacity/asked/what-if.ts";
import { Button } from "../../../../ui/button.tsx";
import { HelpMark } from "../../../../ui/help.tsx";
import { useDraft } from "../../../../ui/use-draft.ts";
import { typedChange, typedPart } from "./typed-change.ts";
import { changeClaims, changeNames } from "./what-if-labels.ts";

/** In the order of the form and of the address. */
export const changeKinds: readonly ChangeKind[] = ["belief", "pooling", "cache", "processes", "speed"];

function PercentField({
  label,
  value,
  onText,
}: {
  label: string;
  value: string;
  onText: (text: string) => string | null;
}) {
  const { error, inputProps } = useDraft(value, onText);
  const id = useId();
  return (
    <>
      <input
        {...inputProps}
        aria-label={label}
        aria-describedby={error === null ? undefined : id}
        className="min-h-8 w-20 rounded border border-line-strong bg-panel px-1.5 text-right text-ink aria-invalid:border-bad"
      />
      {error === null ? null : (
        <p id={id} role="alert" className="order-last basis-full text-xs text-bad">
          {error}
        </p>
      )}
    </>
  );
}

const typedHelp: Readonly<Record<ChangeKind, string>> = {
  belief: "A percentage or a range of them, such as 30-40.",
  pooling: "A percentage or a range of them, such as 0-50.",
  cache: "Hit rate and speed-up, such as 35-40:5.",
  processes: "A whole number of agents from 1 to 200.",
  speed: "How many times as fast, or a range, such as 1.83-2.01.",
};

export function WhatIfEditor({
  whatIf,
  number,
  onChange,
  onRemove,
}: {
  readonly whatIf: WhatIf;
  readonly number: number;
  readonly onChange: (whatIf: WhatIf) => void;
  readonly onRemove: () => void;
}) {
  return (
    <fieldset className="min-w-0 rounded border bg-panel p-3">
      <legend className="sr-only">What-if {number}</legend>
      <div className="mb-1 flex items-center justify-between">
        <p aria-hidden className="font-semibold">
          What-if {number}
        </p>
        <Button tone="quiet" className="min-h-8 px-2" aria-label={`Remove what-if ${number}`} onClick={onRemove}>
          <Trash2 aria-hidden size={14} />
        </Button>
      </div>
      <ul className="grid gap-1">
        {changeKinds.map((kind) => {
          const change = whatIf.find((known) => known.kind === kind);
          const replaced = (next: Change) => whatIf.map((known) => (known.kind === kind ? next : known));
          return (
            <li key={kind} className="flex min-h-9 flex-wrap items-center gap-x-2">
              <label className="flex flex-1 items-center gap-2">
                <input
                  type="checkbox"
                  checked={change !== undefined}
                  disabled={change !== undefined && whatIf.length === 1}
                  onChange={() =>
                    onChange(
                      change === undefined
                        ? [...whatIf, claimedChanges[kind]].sort(
                            (a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind),
                          )
                        : whatIf.filter((known) => known.kind !== kind),
                    )
                  }
                />
                {changeNames[kind]}
              </label>
              <HelpMark about={changeNames[kind]}>{changeClaims[kind]}</HelpMark>
              {change === undefined ? null : (
                <PercentField
                  label={`${changeNames[kind]} in what-if ${number}. ${typedHelp[kind]}`}
                  value={typedPart(change)}
                  onText={(text) => {
                    const typed = typedChange(change, text);
                    switch (typed.state) {
                      case "read":
                        onChange(replaced(typed.change));
                        return null;
                      case "ambiguous":
                        return typed.message;
                      case "not understood":
                        return typedHelp[kind];
                    }
                  }}
                />
              )}
              {change?.kind === "belief" ? (
                <select
                  aria-label={`What belief compression saves a share of, in what-if ${number}`}
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
