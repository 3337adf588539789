// References to compare with: published, recorded and measured elsewhere, ticked like results.
import { PROVENANCE_WORDS, type ReferenceSeries } from "../../../results/references/reference.ts";
import { CutName } from "../../../ui/cut-name.tsx";

export interface ReferenceChoiceProps {
  readonly available: readonly ReferenceSeries[];
  /** Its place in the comparison, from 1; null while it is not in it. */
  readonly placeOf: (id: string) => number | null;
  readonly canCompare: boolean;
  readonly onCompare: (id: string) => void;
}

export function ReferenceChoice({ available, placeOf, canCompare, onCompare }: ReferenceChoiceProps) {
  if (available.length === 0) return null;
  return (
    <fieldset className="mt-2">
      <legend className="text-xs text-muted">References, ticked like results</legend>
      <ul className="mt-1 grid gap-1">
        {available.map(({ id, title, provenance }) => {
          const place = placeOf(id);
          return (
            <li key={id}>
              <label className="flex items-start gap-2">
                <input
                  type="checkbox"
                  className="mt-1 shrink-0"
                  checked={place !== null}
                  disabled={place === null && !canCompare}
                  onChange={() => onCompare(id)}
                />
                <span>
                  {place === null ? "" : `${place}: `}
                  <CutName name={title} /> <span className="text-xs text-muted">{PROVENANCE_WORDS[provenance]}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
