// Keeps a copy of a result that was measured elsewhere in the library of this browser.
import { Link } from "@tanstack/react-router";
import { LibraryBig } from "lucide-react";
import { useState } from "react";
import { type CopyKept, keepCopy } from "../../../session/sources/keep-copy.ts";
import type { Result } from "../../../results/format/result.ts";
import { Button } from "../../../ui/button.tsx";

const keptWords = { kept: "Kept as an import:", known: "It is in your library already:" } as const;

export interface KeepCopyButtonProps {
  readonly result: Result;
  readonly name: string;
  readonly tags: readonly string[];
}

export function KeepCopyButton({ result, name, tags }: KeepCopyButtonProps) {
  const [copy, setCopy] = useState<CopyKept | null>(null);
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <Button disabled={copy?.state === "kept"} onClick={() => void keepCopy(result, name, tags).then(setCopy)}>
        <LibraryBig aria-hidden size={16} /> Keep a copy
      </Button>
      <p role="status" className={`text-sm empty:hidden ${copy?.state === "refused" ? "text-bad" : ""}`}>
        {copy === null ? null : copy.state === "refused" ? (
          copy.message
        ) : (
          <>
            {keptWords[copy.state]}{" "}
            <Link to="/results/$id" params={{ id: result.id }}>
              open it in the Results
            </Link>
          </>
        )}
      </p>
    </div>
  );
}
