// A link as a QR code in a dialog, large enough for a room full of phones. Loaded when somebody asks for one.
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../button.tsx";
import { absoluteLink, type MadeLink } from "../copy-link.tsx";
import { qrCode } from "./qr-code.ts";

export interface QrDialogProps {
  /** What the link opens, such as "this result". */
  readonly what: string;
  /** Tells this link from others. */
  readonly id: string;
  readonly make: () => Promise<MadeLink>;
  readonly onClose: () => void;
}

/** Addresses that lead a phone to itself. */
const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

function Code({ what, link }: { readonly what: string; readonly link: string }) {
  const code = qrCode(link);
  if (code.state === "refused") {
    return (
      <p role="alert" className="max-w-prose">
        {code.message}
      </p>
    );
  }
  const { size, path } = code;
  return (
    <>
      {/* Dark on light in both themes: many phones do not read the reverse. */}
      <svg
        role="img"
        aria-label={`QR code of the link to ${what}`}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="mx-auto block aspect-square w-[min(100%,calc(100dvh-13rem))]"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      {OWN_HOSTS.has(globalThis.location.hostname) ? (
        <p role="note" className="mt-2 text-sm text-warn">
          ▲ This page is at {globalThis.location.host}, which other devices do not reach. Open Headroom at an address
          that they reach first.
        </p>
      ) : null}
    </>
  );
}

export function QrDialog({ what, id, make, onClose }: QrDialogProps) {
  const { data, isError } = useQuery({ queryKey: ["qr", id], queryFn: make, staleTime: 0, retry: false });
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-1rem)] w-[min(56rem,calc(100vw-1rem))] -translate-x-1/2 -translate-y-1/2 overflow-auto rounded border bg-panel p-4">
          <div className="mb-3 flex items-start justify-between gap-3">
            <div>
              <Dialog.Title className="font-semibold">Scan to open {what}</Dialog.Title>
              <Dialog.Description className="text-sm text-muted">
                The code holds the whole link, and the link the whole result: nothing is uploaded.
              </Dialog.Description>
            </div>
            <Dialog.Close render={<Button className="min-h-9" />}>Close</Dialog.Close>
          </div>
          {isError ? (
            <p role="alert">The link could not be made. Close this and try again.</p>
          ) : data === undefined ? (
            <p className="text-muted">Making the code …</p>
          ) : data.state === "refused" ? (
            <p role="alert" className="max-w-prose">
              {data.message}
            </p>
          ) : (
            <Code what={what} link={absoluteLink(data.hash)} />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
