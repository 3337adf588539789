// One kept result in the list: what it is, and what one can do with it.
import { Link } from "@tanstack/react-router";
import { Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { memo, useEffect, useMemo, useState } from "react";
import { readFindings } from "../../results/findings.ts";
import { askForFindings } from "../../session/sources/work-out.ts";
import { ENTRY_LIMITS, type Ending, type Labels, type LibraryEntry } from "../../results/library/entry.ts";
import { Button } from "../../ui/button.tsx";
import { QualityMark } from "../../ui/quality-mark.tsx";
import { CompareTick, factsText, TagList } from "./list/entry-parts.tsx";
import { FoundCurve } from "./list/found-curve.tsx";

export interface EntryRowProps {
  readonly entry: LibraryEntry;
  /** What tells it from others of its name; empty where none has it. */
  readonly apart: string;
  /** Its place in the comparison, from 1; null while it is not in it. */
  readonly place: number | null;
  readonly canCompare: boolean;
  readonly onCompare: (id: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onRelabel: (id: string, labels: Partial<Labels>) => void;
}

const endings: Readonly<Record<Ending, string | null>> = {
  finished: null,
  stopped: "■ stopped",
  interrupted: "▲ interrupted: the tab was closed",
  imported: "imported",
};

export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, apart, place, canCompare, onCompare, onRemove, onRelabel } = props;
  const { id, tags, pinned, ending } = entry;
  const findings = useMemo(() => readFindings(entry.findings), [entry.findings]);
  const name = apart === "" ? entry.name : `${entry.name}, ${apart}`;
  const [isEdited, setIsEdited] = useState(false);
  const isDue = findings === null;
  useEffect(() => {
    if (isDue) askForFindings(id);
  }, [isDue, id]);
  const ended = endings[ending];
  return (
    <div className="px-3 py-2">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 sm:flex-nowrap">
        <CompareTick name={name} place={place} canCompare={canCompare} onToggle={() => onCompare(id)} />
        <div className="min-w-0 flex-1 basis-[calc(100%-4rem)] sm:basis-0">
          <p className="flex flex-wrap items-center gap-x-2">
            {pinned ? <Pin aria-label="pinned" size={14} className="text-accent" /> : null}
            <Link to="/results/$id" params={{ id }} className="min-w-0 font-semibold break-words">
              {name}
            </Link>
            {findings === null ? null : (
              <span className="text-xs">
                <QualityMark state={findings.quality} />
              </span>
            )}
            <TagList tags={tags} />
          </p>
          {findings === null || findings.sentence === null ? null : (
            <p className="line-clamp-3 max-w-4xl break-words sm:line-clamp-2">{findings.sentence}</p>
          )}
          <p className="text-xs text-muted">
            {factsText(entry)}
            {ended === null ? null : <span className="text-warn"> · {ended}</span>}
          </p>
        </div>
        {findings === null || findings.curve === null ? null : (
          <div className="shrink-0 pl-9 sm:self-center sm:pl-0">
            <FoundCurve curve={findings.curve} scenario={entry.scenario} />
          </div>
        )}
        <div className="ml-auto flex shrink-0 print:hidden">
          <Button
            tone="quiet"
            className="min-h-9 px-2"
            aria-label={`Name and tags of ${name}`}
            aria-expanded={isEdited}
            onClick={() => setIsEdited(!isEdited)}
          >
            <Pencil aria-hidden size={16} />
          </Button>
          <Button
            tone="quiet"
            className="min-h-9 px-2"
            aria-label={pinned ? `Unpin ${name}` : `Pin ${name}`}
            onClick={() => onRelabel(id, { pinned: !pinned })}
          >
            {pinned ? <PinOff aria-hidden size={16} /> : <Pin aria-hidden size={16} />}
          </Button>
          <Button tone="quiet" className="min-h-9 px-2" aria-label={`Delete ${name}`} onClick={() => onRemove(id)}>
            <Trash2 aria-hidden size={16} />
          </Button>
        </div>
      </div>
      {isEdited ? (
        <LabelForm
          entry={entry}
          onDone={(labels) => {
            if (labels !== null) onRelabel(id, labels);
            setIsEdited(false);
          }}
        />
      ) : null}
    </div>
  );
});

interface LabelFormProps {
  readonly entry: LibraryEntry;
  /** Null where nothing is to change. */
  readonly onDone: (labels: Pick<Labels, "name" | "tags"> | null) => void;
}

function LabelForm({ entry, onDone }: LabelFormProps) {
  const [name, setName] = useState(entry.name);
  const [tags, setTags] = useState(entry.tags.join(", "));
  const split = [...new Set(tags.split(",").map((tag) => tag.trim()))].filter(Boolean);
  const problem =
    name.trim() === ""
      ? "A name has at least one character."
      : split.length > ENTRY_LIMITS.tagsMost
        ? `At most ${ENTRY_LIMITS.tagsMost} tags.`
        : split.some((tag) => tag.length > ENTRY_LIMITS.tagMost)
          ? `A tag has at most ${ENTRY_LIMITS.tagMost} characters.`
          : null;
  const look = "min-h-9 w-full rounded border border-line-strong bg-panel px-2 text-ink";
  return (
    <form
      className="mt-2 grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onDone({ name: name.trim(), tags: split });
      }}
    >
      <label>
        <span className="block text-xs text-muted">Name</span>
        <input
          className={look}
          value={name}
          maxLength={ENTRY_LIMITS.nameMost}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        <span className="block text-xs text-muted">Tags, with commas between them</span>
        <input className={look} value={tags} onChange={(event) => setTags(event.target.value)} />
      </label>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" disabled={problem !== null}>
          Keep
        </Button>
        <Button onClick={() => onDone(null)}>Cancel</Button>
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-xs text-bad sm:col-span-3">
          {problem}
        </p>
      )}
    </form>
  );
}
