// What a page and its service worker say to each other.

/** A header of kept copies alone: when the copy was read, as an ISO 8601 instant. */
export const READ_AT = "Headroom-Read-At";

/** The page has time: keep what is not kept yet, and say whether there is a newer version. */
export interface KeepAsked {
  readonly kind: "keep";
  /** The address of the page's main script, which names its version. */
  readonly main: string;
}

/** The page is of another version than the one that is kept. */
export interface NewerTold {
  readonly kind: "newer";
}

export function isKeepAsked(message: unknown): message is KeepAsked {
  if (typeof message !== "object" || message === null || !("kind" in message) || !("main" in message)) return false;
  return message.kind === "keep" && typeof message.main === "string";
}

export function isNewerTold(message: unknown): message is NewerTold {
  return typeof message === "object" && message !== null && "kind" in message && message.kind === "newer";
}
