// Says that a new version is ready. It never reloads by itself, and says nothing while this tab measures.
import { useIsMeasuring } from "../session/measuring/current-session.ts";
import { putOffNewVersion, useNewVersion } from "../session/offline/new-version.ts";
import { useIsUnkept } from "../session/runs/unkept.ts";
import { Button } from "../ui/button.tsx";

export function NewVersion() {
  const { isReady, isPutOff } = useNewVersion();
  const isMeasuring = useIsMeasuring();
  const isUnkept = useIsUnkept();
  const isShown = isReady && !isPutOff && !isMeasuring;
  return (
    // It is there from the start, so that its text is read aloud when it comes.
    <div role="status" className="fixed inset-x-2 bottom-18 z-40 grid justify-items-center sm:bottom-4 print:hidden">
      {isShown ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line-strong bg-panel px-4 py-2">
          <p className="max-w-prose">
            A new version is ready.{" "}
            {isUnkept ? "A result in this tab is not kept: download it before you reload." : null}
          </p>
          <div className="flex gap-2">
            <Button className="min-h-8" onClick={() => globalThis.location.reload()}>
              Reload
            </Button>
            <Button tone="quiet" className="min-h-8" onClick={putOffNewVersion}>
              Later
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
