// One result of a catalogue in the list.
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { CatalogueEntry } from "../../../results/catalogue/catalogue-index.ts";
import { readFindings } from "../../../results/findings.ts";
import { QualityMark } from "../../../ui/quality-mark.tsx";
import { firstSentence } from "../../../words/first-sentence.ts";
import { plain } from "../../../words/plain-text.ts";
import { FoundCurve } from "../list/found-curve.tsx";
import { CompareTick, factsText, TagList } from "../list/entry-parts.tsx";

export interface CatalogueRowProps {
  readonly entry: CatalogueEntry;
  /** The parameter that names another site's catalogue; null for this site's. */
  readonly catalogue: string | null;
  /** Its place in the comparison, from 1; null while it is not in it. */
  readonly place: number | null;
  readonly canCompare: boolean;
  readonly onCompare: (id: string) => void;
}

export function CatalogueRow(props: CatalogueRowProps) {
  const { entry, catalogue, place, canCompare, onCompare } = props;
  const { id, file, name, note, tags } = entry;
  const findings = useMemo(() => readFindings(entry.findings), [entry.findings]);
  const sentence = findings?.sentence ?? null;
  const [said, rest] = firstSentence(plain(sentence ?? ""));
  return (
    <div className="flex items-start gap-3 px-3 py-2">
      <CompareTick name={name} place={place} canCompare={canCompare} onToggle={() => onCompare(id)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/catalogue/$file"
            params={{ file }}
            search={catalogue === null ? {} : { catalogue }}
            className="min-w-0 break-words"
          >
            {name}
          </Link>
          {findings === null ? null : (
            <span className="text-xs">
              <QualityMark state={findings.quality} />
            </span>
          )}
          <TagList tags={tags} />
        </p>
        {sentence === null ? null : (
          <p className="max-w-4xl break-words">
            <span className="font-semibold">{said}</span> {rest}
          </p>
        )}
        {note === undefined ? null : <p className="line-clamp-2 max-w-4xl text-xs break-words text-muted">{note}</p>}
        <p className="text-xs break-words text-muted">
          {factsText(entry)} · {entry.platform}
        </p>
      </div>
      {findings === null || findings.curve === null ? null : (
        <div className="hidden shrink-0 self-center sm:block">
          <FoundCurve curve={findings.curve} scenario={entry.scenario} />
        </div>
      )}
    </div>
  );
}
