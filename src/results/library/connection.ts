// The connection to the library's database. A browser may close it at any time, so every use opens it again if needed.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { LibraryEntry } from "./entry.ts";
import { upgradeEntryOne } from "./upgrade-1.ts";
import { upgradeEntryTwo } from "./upgrade-2.ts";
import { LATE, within } from "./within.ts";

export const LIBRARY_DATABASE_VERSION = 3;

/** A result as it is stored: as text, so that what is read is checked like a file. */
interface StoredText {
  readonly id: string;
  readonly text: string;
}

interface LibrarySchema extends DBSchema {
  /** Small, so that a list of thousands opens at once. */
  entries: { key: string; value: LibraryEntry };
  results: { key: string; value: StoredText };
  /** Runs whose end has not been seen: the result so far, under the id it will have. */
  drafts: { key: string; value: StoredText };
}

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** Why the database did not do something, in a sentence for the page. */
export class LibraryError extends Error {
  override readonly name = "LibraryError";
}

function reasonOf(error: unknown): string {
  if (!(error instanceof DOMException)) return "This browser has no database for pages.";
  switch (error.name) {
    case "VersionError":
      return "The library was written by a newer Headroom. Reload the page to get the newest one; nothing in it was changed.";
    case "QuotaExceededError":
      return "The browser's storage for this page is full. Delete results, or free space on the disk.";
    case "InvalidStateError":
      return "The browser closed the library's database. Try again, or reload the page.";
    case "AbortError":
      return "The browser broke off its work on the library. Try again; if it stays so, free space on the disk.";
    default:
      return `The browser does not let this page keep anything (${error.name}), as in private windows. Save results as files instead.`;
  }
}

type UpgradeTransaction = IDBPTransaction<LibrarySchema, ("entries" | "results" | "drafts")[], "versionchange">;

/** Results stay as they were written, and are upgraded when they are read; entries are what lists need at once. */
async function upgradeEntries(transaction: UpgradeTransaction, oldVersion: number): Promise<void> {
  const entries = transaction.objectStore("entries");
  for (const stored of await entries.getAll()) {
    const entry = upgradeEntryTwo(oldVersion < 2 ? upgradeEntryOne(stored) : stored);
    if (entry !== null) void entries.put(entry);
  }
}

function upgrade(
  db: LibraryDatabase,
  oldVersion: number,
  _newVersion: number | null,
  transaction: UpgradeTransaction,
): void {
  if (oldVersion < 1) {
    db.createObjectStore("entries", { keyPath: "id" });
    db.createObjectStore("results", { keyPath: "id" });
    db.createObjectStore("drafts", { keyPath: "id" });
  } else {
    // What fails here fails the opening too, which says why.
    upgradeEntries(transaction, oldVersion).catch(() => undefined);
  }
}

/** Databases of browsers have been seen to answer nothing until the page is reloaded. */
const ANSWER_LIMIT_MS = 20_000;

export class LibraryConnection {
  readonly #name: string;
  #opening: Promise<LibraryDatabase> | null = null;

  /** @param name of the database */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Works with the open database. Work on a connection that was closed meanwhile is done once more on a new one, so it must
   * do the same when repeated.
   * @throws LibraryError
   */
  async use<Value>(work: (db: LibraryDatabase) => Promise<Value>): Promise<Value> {
    let opening = this.#opened();
    const answer = (async () => {
      try {
        return await work(await opening);
      } catch (error) {
        if (!this.#wasClosed(error, opening)) throw error;
        this.#forget(opening);
        opening = this.#opened();
        return work(await opening);
      }
    })();
    try {
      const value = await within(answer, ANSWER_LIMIT_MS);
      if (value !== LATE) return value;
    } catch (error) {
      throw new LibraryError(reasonOf(error), { cause: error });
    }
    this.#forget(opening);
    throw new LibraryError(`The browser's database did not answer within ${ANSWER_LIMIT_MS / 1_000} s. Try again.`);
  }

  /** Closes it until the next use. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    // One that could not be opened has nothing to close.
    opening?.then(
      (db) => db.close(),
      () => undefined,
    );
  }

  #opened(): Promise<LibraryDatabase> {
    if (this.#opening !== null) return this.#opening;
    const forget = (): void => this.#forget(opening);
    // Where nothing may be kept, opening throws at once.
    const opening = (async () =>
      openDB<LibrarySchema>(this.#name, LIBRARY_DATABASE_VERSION, {
        upgrade,
        // Another tab has a newer Headroom, or deletes the library: let it.
        blocking: (_current, _blocked, event) => {
          if (event.target instanceof IDBDatabase) event.target.close();
          forget();
        },
        // The browser closed it by itself, as when storage is cleared.
        terminated: forget,
      }))();
    this.#opening = opening;
    opening.catch(forget);
    return opening;
  }

  #forget(opening: Promise<LibraryDatabase>): void {
    if (this.#opening === opening) this.#opening = null;
  }

  /** Work fails with AbortError also where there is no room; then the connection is still open. */
  #wasClosed(error: unknown, opening: Promise<LibraryDatabase>): boolean {
    if (!(error instanceof DOMException)) return false;
    return error.name === "InvalidStateError" || (error.name === "AbortError" && this.#opening !== opening);
  }
}
