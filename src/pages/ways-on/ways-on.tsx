// Where to go from an address that shows nothing: a file of one's own, or one of the pages, each as a button.
import { Link } from "@tanstack/react-router";
import { FolderOpen } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useLastSearch } from "../../session/address/last-search.ts";
import { useTakeFiles } from "../../session/files/use-take-files.ts";
import { Button } from "../../ui/button.tsx";

const pages = [
  { to: "/", name: "Benchmark" },
  { to: "/results", name: "Results" },
  { to: "/capacity", name: "Capacity" },
] as const;

const linkLook =
  "inline-flex min-h-9 items-center rounded border border-line-strong bg-panel px-3 text-ink no-underline hover:bg-hover";

function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const take = useTakeFiles();
  return (
    <>
      <Button onClick={() => picker.current?.click()}>
        <FolderOpen aria-hidden size={16} /> Open file …
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        aria-label="Result, library or any other file to open"
        accept=".ndjson,.json,.csv,.txt"
        className="hidden"
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
    </>
  );
}

export interface WaysOnProps {
  /** Whether a file may be given here: not where it would join what could not be opened. */
  readonly takesFiles?: boolean;
  /** What else helps here, first. */
  readonly children?: ReactNode;
}

export function WaysOn({ takesFiles = true, children }: WaysOnProps) {
  const lastSearch = useLastSearch();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden" data-testid="ways-on">
      {children}
      {takesFiles ? <OpenFile /> : null}
      {pages.map(({ to, name }) => (
        <Link key={to} to={to} search={lastSearch[to] ?? {}} className={linkLook}>
          {name}
        </Link>
      ))}
    </div>
  );
}
