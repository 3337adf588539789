// What one can do with a result: copy its link, save it, export its table.
import { Link2, Save, Sheet } from "lucide-react";
import { memo, useState } from "react";
import type { Result } from "../../results/schema.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.ts";
import { resultFile, resultTableFile } from "./result-files.ts";

type Notice = { readonly tone: "good" | "bad"; readonly text: string; readonly link?: string } | null;

export const ResultActions = memo(function ResultActions({ result }: { readonly result: Result }) {
  const [notice, setNotice] = useState<Notice>(null);

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
