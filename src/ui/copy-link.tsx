// Copies a link and says so. Where the browser does not allow copying, it shows the link to be copied by hand.
import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";

type Notice = { readonly tone: "good" | "bad"; readonly text: string; readonly link?: string };

/** A link, or why there is none. `hash` is the part after the # of this page's address. */
export type MadeLink =
  | { readonly state: "made"; readonly hash: string }
  | { readonly state: "refused"; readonly message: string };

/** @param hash the part after the # of an address of this page */
export function absoluteLink(hash: string): string {
  return `${globalThis.location.href.split("#")[0]}#${hash}`;
}

export interface LinkCopying {
  readonly notice: Notice | null;
  readonly refuse: (message: string) => void;
  /** Says that something else went well, such as a file that was saved. */
  readonly tell: (message: string) => void;
  readonly copy: () => Promise<void>;
}

/**
 * @param make makes the link when the button is pressed
 * @param copiedText the message about a link that was copied
 */
export function useLinkCopying(make: () => Promise<MadeLink>, copiedText: (link: string) => string): LinkCopying {
  const [notice, setNotice] = useState<Notice | null>(null);
  const refuse = (text: string): void => setNotice({ tone: "bad", text });
  const tell = (text: string): void => setNotice({ tone: "good", text });
  async function copy(): Promise<void> {
    let made: MadeLink;
    try {
      made = await make();
    } catch (error) {
      return refuse(`The link could not be made. ${error instanceof Error ? error.message : ""} Try again.`);
    }
    if (made.state === "refused") return refuse(made.message);
    const link = absoluteLink(made.hash);
    try {
      await navigator.clipboard.writeText(link);
      setNotice({ tone: "good", text: copiedText(link) });
    } catch {
      setNotice({ tone: "bad", text: "The browser did not allow copying. Copy the link from here:", link });
    }
  }
  return { notice, refuse, tell, copy };
}

export function CopyLinkButton({ copying }: { readonly copying: LinkCopying }) {
  return (
    <Button onClick={() => void copying.copy()}>
      <Link2 aria-hidden size={16} /> Copy link
    </Button>
  );
}

/** @param label names the field with a link that could not be copied */
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
