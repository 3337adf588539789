// The page for an address that does not exist. One that came percent-encoded is opened; else it says where to go instead.
import { useEffect } from "react";
import { openPlainHash, withPlainHash } from "../session/address/plain-hash.ts";
import { WaysOn } from "../pages/ways-on/ways-on.tsx";
import { usePageTitle } from "../ui/use-page-title.ts";

export function NotFound() {
  usePageTitle("No such page");
  const isEncoded = withPlainHash(globalThis.location.href) !== null;
  useEffect(openPlainHash, [isEncoded]);
  if (isEncoded) return null;
  return (
    <div className="py-12">
      <h1>There is no page at this address</h1>
      <p className="mt-2 max-w-prose text-muted">
        The link may be incomplete. Ask for it again, open the file instead, or go on from one of the pages.
      </p>
      <WaysOn />
    </div>
  );
}
