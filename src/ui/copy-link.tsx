// Copies a link, says so, and shows it to take by hand where the browser does not allow copying.
import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";

type Notice = { readonly tone: "good" | "bad"; readonly text: string; readonly link?: string };

/** A link, or why there is none. */
export type MadeLink =
  | { readonly state: "made"; readonly hash: string }
  | { readonly state: "refused"; readonly message: string };

export interface LinkCopying {
  readonly notice: Notice | null;
  readonly refuse: (message: string) => void;
  readonly copy: () => Promise<void>;
}

/**
 * @param make gives what stands behind the # of this page's address
 * @param said what is told of a link that was copied
 */
export function useLinkCopying(make: () => Promise<MadeLink>, said: (link: string) => string): LinkCopying {
  const [notice, setNotice] = useState<Notice | null>(null);
  const refuse = (text: string): void => setNotice({ tone: "bad", text });
  async function copy(): Promise<void> {
    let made: MadeLink;
    try {
      made = await make();
    } catch (error) {
      return refuse(`The link could not be made. ${error instanceof Error ? error.message : ""} Try again.`);
    }
    if (made.state === "refused") return refuse(made.message);
    const link = `${globalThis.location.href.split("#")[0]}#${made.hash}`;
    try {
      await navigator.clipboard.writeText(link);
      setNotice({ tone: "good", text: said(link) });
    } catch {
      setNotice({ tone: "bad", text: "The browser did not allow copying. Take the link from here:", link });
    }
  }
  return { notice, refuse, copy };
}

export function CopyLinkButton({ copying }: { readonly copying: LinkCopying }) {
  return (
    <Button onClick={() => void copying.copy()}>
      <Link2 aria-hidden size={16} /> Copy link
    </Button>
  );
}

/** @param label names the field that holds a link which could not be copied */
export function CopyLinkNotice({ copying, label }: { readonly copying: LinkCopying; readonly label: string }) {
  const { notice } = copying;
  return (
    <div role="status" className={`mt-2 text-sm print:hidden ${notice?.tone === "bad" ? "text-bad" : "text-good"}`}>
      {notice?.text}
      {notice?.link === undefined ? null : (
        <input
          readOnly
          aria-label={label}
          className="mt-1 block w-full rounded border border-line-strong bg-panel px-2 py-1 text-ink"
          value={notice.link}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
