// Tells the addresses that a page wrote itself from others: several of its own may be on their way at once.

/** What is known of a page's address; texts of parameters throughout. */
export interface OwnWrites {
  /** The parameters that the page was given last. */
  readonly address: string;
  /** Whether the page wrote them itself. */
  readonly isOwn: boolean;
  /** What it wrote and was not given yet, oldest first. */
  readonly underway: readonly string[];
}

/** @returns what is known after the page wrote parameters */
export function wrote(before: OwnWrites, parameters: string): OwnWrites {
  const last = before.underway.at(-1) ?? before.address;
  return last === parameters ? before : { ...before, underway: [...before.underway, parameters] };
}

/** @returns what is known after the page was given parameters; earlier writes than these will not come any more */
export function given(before: OwnWrites, address: string): OwnWrites {
  const at = before.underway.indexOf(address);
  return at === -1
    ? { address, isOwn: false, underway: [] }
    : { address, isOwn: true, underway: before.underway.slice(at + 1) };
}
