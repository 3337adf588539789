// Owns the database of the library: kept results, their entries for the list, and the run in progress. Version 1.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Result } from "../format/schema.ts";
import { readResult } from "../format/upgrade.ts";
import { defaultName, entryOf, type Labels, type LibraryEntry } from "./entry.ts";
import type { LibraryItem } from "./library-file.ts";

const LIBRARY_DATABASE = "headroom";
export const LIBRARY_DATABASE_VERSION = 1;

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

export type LibraryOpened =
  | { readonly state: "open"; readonly library: Library }
  /** Nothing can be kept; the message says why. */
  | { readonly state: "unavailable"; readonly message: string };

function reasonOf(error: unknown): string {
  if (!(error instanceof DOMException)) return "This browser has no database for pages.";
  switch (error.name) {
    case "VersionError":
      return "The library was written by a newer Headroom. Reload the page to get the newest one; nothing in it was changed.";
    case "QuotaExceededError":
      return "The browser's storage for this page is full. Delete results, or free space on the disk.";
    default:
      return `The browser does not let this page keep anything (${error.name}), as in private windows. Save results as files instead.`;
  }
}

function upgrade(db: IDBPDatabase<LibrarySchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore("entries", { keyPath: "id" });
    db.createObjectStore("results", { keyPath: "id" });
    db.createObjectStore("drafts", { keyPath: "id" });
  }
}

/** Opens the library. Never throws: a browser that keeps nothing is an answer. @param name of the database */
export async function openLibrary(name: string = LIBRARY_DATABASE): Promise<LibraryOpened> {
  if (!("indexedDB" in globalThis)) return { state: "unavailable", message: reasonOf(null) };
  try {
    const db = await openDB<LibrarySchema>(name, LIBRARY_DATABASE_VERSION, {
      upgrade,
      // Another tab has a newer Headroom: let it upgrade.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return { state: "open", library: new Library(db) };
  } catch (error) {
    return { state: "unavailable", message: reasonOf(error) };
  }
}

export type Kept =
  | { readonly state: "kept"; readonly entry: LibraryEntry }
  | { readonly state: "refused"; readonly message: string };

export type StoredResult =
  | { readonly state: "read"; readonly result: Result; readonly entry: LibraryEntry }
  | { readonly state: "missing" }
  | { readonly state: "refused"; readonly message: string };

/** A result that was taken out. */
export interface Removed {
  readonly entry: LibraryEntry;
  readonly text: string;
}

export class Library {
  readonly #db: IDBPDatabase<LibrarySchema>;

  constructor(db: IDBPDatabase<LibrarySchema>) {
    this.#db = db;
  }

  async entries(): Promise<readonly LibraryEntry[]> {
    return this.#db.getAll("entries");
  }

  /** Keeps a result with its labels; one with the same id is replaced, and a draft of it is over. */
  async keep({ result, labels }: LibraryItem): Promise<Kept> {
    const text = JSON.stringify(result);
    const entry = entryOf(result, labels, text.length);
    try {
      const transaction = this.#db.transaction(["entries", "results", "drafts"], "readwrite");
      await Promise.all([
        transaction.objectStore("entries").put(entry),
        transaction.objectStore("results").put({ id: result.id, text }),
        transaction.objectStore("drafts").delete(result.id),
        transaction.done,
      ]);
      return { state: "kept", entry };
    } catch (error) {
      return { state: "refused", message: reasonOf(error) };
    }
  }

  async read(id: string): Promise<StoredResult> {
    const [stored, entry] = await Promise.all([this.#db.get("results", id), this.#db.get("entries", id)]);
    if (stored === undefined || entry === undefined) return { state: "missing" };
    const read = readResult(JSON.parse(stored.text));
    return read.state === "read" ? { ...read, entry } : read;
  }

  /** Changes labels of an entry that is still there. */
  async relabel(id: string, change: Partial<Labels>): Promise<void> {
    const transaction = this.#db.transaction("entries", "readwrite");
    const entry = await transaction.store.get(id);
    if (entry !== undefined) await transaction.store.put({ ...entry, ...change });
    await transaction.done;
  }

  /** Takes results out and gives them back as they were stored, so that they can be put in again. */
  async remove(ids: readonly string[]): Promise<readonly Removed[]> {
    const transaction = this.#db.transaction(["entries", "results"], "readwrite");
    const removed: Removed[] = [];
    for (const id of ids) {
      const [entry, stored] = await Promise.all([
        transaction.objectStore("entries").get(id),
        transaction.objectStore("results").get(id),
      ]);
      if (entry !== undefined && stored !== undefined) removed.push({ entry, text: stored.text });
      await Promise.all([transaction.objectStore("entries").delete(id), transaction.objectStore("results").delete(id)]);
    }
    await transaction.done;
    return removed;
  }

  async putBack(removed: readonly Removed[]): Promise<void> {
    const transaction = this.#db.transaction(["entries", "results"], "readwrite");
    for (const { entry, text } of removed) {
      await transaction.objectStore("entries").put(entry);
      await transaction.objectStore("results").put({ id: entry.id, text });
    }
    await transaction.done;
  }

  /** Keeps what a run has measured so far. */
  async putDraft(result: Result): Promise<void> {
    await this.#db.put("drafts", { id: result.id, text: JSON.stringify(result) });
  }

  async dropDraft(id: string): Promise<void> {
    await this.#db.delete("drafts", id);
  }

  /** Makes results of the runs whose tab was closed or crashed; those without a trial are dropped. */
  async recover(savedAt: string): Promise<readonly LibraryEntry[]> {
    const recovered: LibraryEntry[] = [];
    for (const { id, text } of await this.#db.getAll("drafts")) {
      const read = readResult(JSON.parse(text));
      if (read.state === "refused" || read.result.trials.length === 0) {
        await this.dropDraft(id);
        continue;
      }
      const { result } = read;
      const name = defaultName(result);
      const kept = await this.keep({
        result,
        labels: { name, tags: [], pinned: false, savedAt, ending: "interrupted" },
      });
      if (kept.state === "kept") recovered.push(kept.entry);
    }
    return recovered;
  }

  close(): void {
    this.#db.close();
  }
}
