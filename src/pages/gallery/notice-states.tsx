// Messages in their states: links, results that are not kept, parts that are missing, and reading from a server.
import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { CatalogueAbsence, CatalogueNotice } from "../../ui/catalogue-status.tsx";
import { CopyLinkButton, CopyLinkNotice, type LinkCopying, useLinkCopying } from "../../ui/copy-link.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { NotKept } from "../../ui/not-kept.tsx";
import { State } from "./state.tsx";

const never = new Promise<never>(() => undefined);
const refusal = new Error("example.org answered 404 (not found). Check the address.");

const LoadingPart = lazyPart("The charts", (): Promise<ComponentType<object>> => never);
const MissingPart = lazyPart("The charts", (): Promise<ComponentType<object>> => Promise.reject(refusal));

function noticeOf(notice: LinkCopying["notice"]): LinkCopying {
  return { notice, refuse: () => undefined, tell: () => undefined, copy: () => Promise.resolve() };
}

const copied = noticeOf({ tone: "good", text: "Copied. The link holds the whole result, in 2,475 characters." });
const notAllowed = noticeOf({
  tone: "bad",
  text: "The browser did not allow copying. Copy the link from here:",
  link: "https://example.org/#/r/2.gallery",
});
const refused = noticeOf({ tone: "bad", text: "This result is too large for a link. Download its file instead." });

function Links() {
  const copying = useLinkCopying(
    () => Promise.resolve({ state: "made", hash: "/gallery" }),
    (link) => `Copied ${link}.`,
  );
  return (
    <>
      <State name="CopyLinkButton: copies the address of the gallery">
        <CopyLinkButton copying={copying} />
        <CopyLinkNotice copying={copying} label="Link to the gallery" />
      </State>
      <State name="CopyLinkNotice: copied, not allowed by the browser, refused">
        <CopyLinkNotice copying={copied} label="Link that was copied" />
        <CopyLinkNotice copying={notAllowed} label="Link to copy by hand" />
        <CopyLinkNotice copying={refused} label="Link that was refused" />
      </State>
    </>
  );
}

function Reading() {
  const loading = useQuery({ queryKey: ["gallery", "loading"], queryFn: () => never });
  const failed = useQuery({ queryKey: ["gallery", "failed"], queryFn: () => Promise.reject(refusal), retry: false });
  const outdated = useQuery({
    queryKey: ["gallery", "outdated"],
    queryFn: () => Promise.reject(refusal),
    initialData: "a catalogue",
    initialDataUpdatedAt: Date.parse("2026-11-22T17:20:00Z"),
    staleTime: 0,
    retry: false,
  });
  return (
    <>
      <State name="CatalogueAbsence: reading, failed">
        <CatalogueAbsence query={loading} what="catalogue" />
        <CatalogueAbsence query={failed} what="catalogue" />
      </State>
      <State name="CatalogueNotice: reading again failed; switch the network off in the browser's tools for the other">
        <CatalogueNotice query={outdated} what="catalogue" />
      </State>
    </>
  );
}

export function NoticeStates() {
  return (
    <>
      <Links />
      <State name="NotKept">
        <NotKept reason="the browser's storage is full." onDownload={() => undefined} onRetry={() => undefined} />
      </State>
      <State name="lazyPart: loading, not fetched">
        <LoadingPart part={{}} fallback={<p className="text-muted">Loading …</p>} />
        <MissingPart part={{}} fallback={<p className="text-muted">Loading …</p>} />
      </State>
      <Reading />
    </>
  );
}
