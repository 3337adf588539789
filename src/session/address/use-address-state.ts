// Keeps a page's state in step with its address: at once on the page, a moment later in the address, without history.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { lateWriter } from "./late-writer.ts";
import { given, type OwnWrites, wrote } from "./own-writes.ts";
import type { SearchText } from "./search-text.ts";
import { usePageAddress } from "./use-page-address.ts";

/** Browsers limit how often an address may change; a slider changes more often. */
const WRITE_AFTER_MS = 200;

interface Kept<State> {
  readonly writes: OwnWrites;
  readonly state: State;
}

export interface AddressPage<State> {
  readonly to: "/capacity" | "/capacity/plan";
  /** Both must stay the same functions from one drawing to the next. */
  readonly read: (search: SearchText) => State;
  readonly write: (state: State) => SearchText;
}

/** @returns the state, and a function that changes it and is always the same one */
export function useAddressState<State>(
  search: SearchText,
  { to, read, write }: AddressPage<State>,
): readonly [State, (change: (before: State) => State) => void] {
  const page = usePageAddress(to);
  const address = JSON.stringify(search);
  const [kept, setKept] = useState<Kept<State>>(() => ({
    writes: { address, isOwn: false, underway: [] },
    state: read(search),
  }));
  const writer = useMemo(
    () =>
      lateWriter(
        {
          ...page,
          write: (parameters) => {
            setKept((before) => ({ ...before, writes: wrote(before.writes, JSON.stringify(parameters)) }));
            page.write(parameters);
          },
        },
        WRITE_AFTER_MS,
      ),
    [page],
  );

  let current = kept;
  if (kept.writes.address !== address) {
    // What this page wrote itself is known already, and may be behind the form; anything else is read again.
    const writes = given(kept.writes, address);
    current = { writes, state: writes.isOwn ? kept.state : read(search) };
    setKept(current);
  }
  const foreignAddress = current.writes.isOwn ? null : current.writes.address;
  useEffect(() => {
    if (foreignAddress !== null) writer.drop();
  }, [foreignAddress, writer]);
  useEffect(() => {
    // A click may lead to another page: what was edited before it is written before it.
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key === "Enter") writer.flush();
    };
    document.addEventListener("pointerdown", writer.flush, true);
    document.addEventListener("keydown", onEnter, true);
    return () => {
      document.removeEventListener("pointerdown", writer.flush, true);
      document.removeEventListener("keydown", onEnter, true);
      writer.flush();
    };
  }, [writer]);
  const latest = useRef(current.state);
  useEffect(() => {
    latest.current = current.state;
  }, [current.state]);

  const change = useCallback(
    (next: (before: State) => State) => {
      setKept((before) => ({ ...before, state: next(before.state) }));
      writer.put(() => write(latest.current));
    },
    [writer, write],
  );
  return [current.state, change];
}
