// What one can do with a result: copy its link, save it, export its table.
import { useNavigate } from "@tanstack/react-router";
import { Link2, Network, Save, Sheet } from "lucide-react";
import { memo, useState } from "react";
import type { Result } from "../../results/schema.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.ts";
import type { ResultSource } from "./provenance.ts";
import { resultFile, resultTableFile } from "./result-files.ts";

type Notice = { readonly tone: "good" | "bad"; readonly text: string; readonly link?: string } | null;

export interface ResultActionsProps {
  readonly result: Result;
  /** Whose measurement it is, for the plan that is made from it. */
  readonly source: ResultSource;
}

export const ResultActions = memo(function ResultActions({ result, source }: ResultActionsProps) {
  const navigate = useNavigate();
  const [notice, setNotice] = useState<Notice>(null);

  async function plan(): Promise<void> {
    const { planParameters } = await import("../../results/plan-link.ts");
    const search = planParameters(result, source);
    if (search === null) {
      setNotice({
        tone: "bad",
        text: "This result has no row to plan from, or more trials than a plan's address carries.",
      });
      return;
    }
    await navigate({ to: "/capacity/plan", search });
  }

  async function copyLink(): Promise<void> {
    const { encodeLink, LINK_LIMITS } = await import("../../results/link.ts");
    const payload = await encodeLink(result);
    if (payload.length > LINK_LIMITS.charactersMost) {
      setNotice({
        tone: "bad",
        text: "This result has too many trials for a link. Save it and send the file instead.",
      });
      return;
    }
    const link = `${globalThis.location.href.split("#")[0]}#/r/${payload}`;
    try {
      await navigator.clipboard.writeText(link);
      setNotice({ tone: "good", text: `Link copied: ${link.length} characters hold the whole result.` });
    } catch {
      setNotice({ tone: "bad", text: "The browser did not allow copying. Take the link from here:", link });
    }
  }

  return (
    <div className="print:hidden">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copyLink()}>
          <Link2 aria-hidden size={16} /> Copy link
        </Button>
        <Button onClick={() => download(`headroom-${result.id}.json`, resultFile(result))}>
          <Save aria-hidden size={16} /> Save
        </Button>
        <Button onClick={() => void plan()}>
          <Network aria-hidden size={16} /> Plan from this
        </Button>
        {(["csv", "md"] as const).map((kind) => (
          <Button key={kind} onClick={() => download(`headroom-${result.id}.${kind}`, resultTableFile(result, kind))}>
            <Sheet aria-hidden size={16} /> {kind === "csv" ? "CSV" : "Markdown"}
          </Button>
        ))}
      </div>
      <div role="status" className={`mt-2 text-sm ${notice?.tone === "bad" ? "text-bad" : "text-good"}`}>
        {notice === null ? null : notice.text}
        {notice?.link === undefined ? null : (
          <input
            readOnly
            aria-label="Link to this result"
            className="mt-1 block w-full rounded border border-line-strong bg-panel px-2 py-1 text-ink"
            value={notice.link}
            onFocus={(event) => event.target.select()}
          />
        )}
      </div>
    </div>
  );
});
