// Says what happens with a catalogue or a result that is read from a server: reading, failed, or offline.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { formatInstant } from "../words/format.ts";
import { useOnline } from "./use-online.ts";

interface QueryProps {
  readonly query: UseQueryResult;
  /** "catalogue" or "result". */
  readonly what: string;
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="status"
      className="mt-3 flex flex-wrap items-center justify-between gap-3 rounded border border-warn bg-panel px-3 py-2"
    >
      {children}
    </div>
  );
}

export interface CatalogueNoticeProps extends QueryProps {
  /** When a kept copy was read that is shown in place of an answer, ms since 1970; null where the site answered. */
  readonly keptAtMs?: number | null;
}

/** For data that is shown: says that there is no network or that reading it again failed. Shows nothing otherwise. */
export function CatalogueNotice({ query, what, keptAtMs = null }: CatalogueNoticeProps) {
  const isOnline = useOnline();
  const { data, error, dataUpdatedAt, isFetching, refetch } = query;
  const readAt = data === undefined ? null : formatInstant(new Date(keptAtMs ?? dataUpdatedAt).toISOString());
  if (!isOnline) {
    return (
      <Notice>
        <p>
          <span aria-hidden className="text-warn">
            ▲{" "}
          </span>
          You are offline.{" "}
          {readAt === null
            ? `This ${what} has not been read yet. It will be read as soon as you are online again.`
            : `This ${what} is shown as it was read on ${readAt}. It will be read again as soon as you are online.`}
        </p>
      </Notice>
    );
  }
  if (readAt === null || (error === null && keptAtMs === null)) return null;
  return (
    <Notice>
      <p className="min-w-0 flex-1 basis-72 break-words">
        <span aria-hidden className="text-warn">
          ▲{" "}
        </span>
        Shown as it was read on {readAt}:{" "}
        {error === null ? "the site does not answer now." : `reading it again failed. ${error.message}`}
      </p>
      <Button className="min-h-8" disabled={isFetching} onClick={() => void refetch()}>
        Try again
      </Button>
    </Notice>
  );
}

/** In place of data that is not there yet: says that it is being read, or why it could not be read. */
export function CatalogueAbsence({ query, what }: QueryProps) {
  const { error, isFetching, failureCount, fetchStatus, refetch } = query;
  if (error === null || isFetching) {
    if (fetchStatus === "paused") return null;
    return (
      <p role="status" className="mt-3 text-muted">
        Reading the {what} … {failureCount === 0 ? null : `There was no answer. Attempt ${failureCount + 1} of 4.`}
      </p>
    );
  }
  return (
    <div role="alert" className="mt-3 max-w-prose rounded border border-bad bg-panel p-3">
      <p className="break-words">
        <span aria-hidden className="text-bad">
          ■{" "}
        </span>
        The {what} could not be read. {error.message}
      </p>
      <Button className="mt-3" onClick={() => void refetch()}>
        Try again
      </Button>
    </div>
  );
}
