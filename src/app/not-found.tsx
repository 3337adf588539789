// The page for an address that does not exist. One that came percent-encoded is opened; else it says where to go instead.
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { openPlainHash, withPlainHash } from "../session/address/plain-hash.ts";
import { usePageTitle } from "../ui/use-page-title.ts";

export function NotFound() {
  usePageTitle("No such page");
  const isEncoded = withPlainHash(globalThis.location.href) !== null;
  useEffect(openPlainHash, [isEncoded]);
  if (isEncoded) return null;
  return (
    <div className="py-12">
      <h1 className="text-lg font-semibold">There is no page at this address</h1>
      <p className="mt-2 text-muted">
        The link may be incomplete. Start from the <Link to="/">Benchmark</Link>.
      </p>
    </div>
  );
}
