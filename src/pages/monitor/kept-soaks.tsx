// The soaks that this browser still holds: each can be opened, or deleted for good.
import { Trash2 } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { deleteKept, keptRecordings, openKept } from "../../session/monitor/monitor-here.ts";
import type { KeptRecording } from "../../session/monitor/recordings-db.ts";
import { Button } from "../../ui/button.tsx";
import { formatInstant, formatSeconds } from "../../words/format.ts";

/** @param moment changes where the list may have: what the page shows */
export function KeptSoaks({ moment }: { readonly moment: string }) {
  const [kept, setKept] = useState<readonly KeptRecording[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  /** The one of which deleting was asked once: it is gone for good, so it is asked twice. */
  const [asked, setAsked] = useState<string | null>(null);
  const look = useCallback(() => void keptRecordings().then(setKept), []);
  useEffect(look, [look, moment]);
  const remove = (id: string): void => {
    setAsked(null);
    void deleteKept(id).then((why) => {
      setProblem(why);
      look();
    });
  };
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby="kept-soaks" className="grid gap-1">
      <h2 id="kept-soaks">Kept in this browser</h2>
      <ul className="grid gap-2">
        {kept.map(({ id, startedAt, title, lastsMs }) => {
          const when = formatInstant(startedAt);
          return (
            <li key={id} className="flex items-start justify-between gap-2">
              <div className="min-w-0">
                <button
                  type="button"
                  className="min-h-6 text-accent underline underline-offset-2"
                  aria-label={`Open the soak of ${when}`}
                  onClick={() => void openKept(id).then(setProblem)}
                >
                  {when}
                </button>
                <span className="ml-2 text-xs whitespace-nowrap text-muted">{formatSeconds(lastsMs / 1_000)}</span>
                <p className="text-xs text-muted">{title}</p>
              </div>
              {asked === id ? (
                <Button className="min-h-8 text-xs text-bad" onClick={() => remove(id)}>
                  Delete for good
                </Button>
              ) : (
                <button
                  type="button"
                  className="grid size-8 shrink-0 place-items-center rounded text-muted hover:text-bad"
                  aria-label={`Delete the soak of ${when} …`}
                  title="Delete …"
                  onClick={() => setAsked(id)}
                >
                  <Trash2 aria-hidden size={16} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {problem === null ? null : (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </section>
  );
}
