// Files of other tools that this tab opened to compare them, until it is closed: an address names them, and holds none of them.
import type { Side } from "./side.ts";

const opened = new Map<string, Side>();

/** @returns the id under which an address names it */
export function addOpened(side: Side): string {
  const known = [...opened].find(([, { name, text }]) => name === side.name && text === side.text);
  if (known !== undefined) return known[0];
  const id = String(opened.size + 1);
  opened.set(id, side);
  return id;
}

export function findOpened(id: string): Side | null {
  return opened.get(id) ?? null;
}
