// The library: kept results, their entries for the list, and the results so far of runs that go on.
import { type ReadResult, readResult } from "../format/read-result.ts";
import type { Result } from "../format/result.ts";
import { LibraryConnection, LibraryError } from "./connection.ts";
import { defaultName, factsOf, type Labels, type LibraryEntry } from "./entry.ts";
import { findingsText } from "../findings.ts";
import type { LibraryItem } from "./library-file.ts";

const LIBRARY_DATABASE = "headroom";

export type LibraryOpened =
  | { readonly state: "open"; readonly library: Library }
  /** Nothing can be kept; the message says why. */
  | { readonly state: "unavailable"; readonly message: string };

function readText(text: string): ReadResult {
  try {
    return readResult(JSON.parse(text));
  } catch {
    return { state: "refused", message: "It cannot be read: what is kept of it is damaged." };
  }
}

function messageOf(error: unknown): string {
  return error instanceof LibraryError ? error.message : "The library could not be used. Save the result as a file.";
}

/** Opens the library. Never throws: a browser that keeps nothing is an answer. @param name of the database */
export async function openLibrary(name: string = LIBRARY_DATABASE): Promise<LibraryOpened> {
  const connection = new LibraryConnection(name);
  try {
    await connection.use(async () => undefined);
    return { state: "open", library: new Library(connection) };
  } catch (error) {
    return { state: "unavailable", message: messageOf(error) };
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

/** Whatever the database does not do throws a LibraryError, unless a method says otherwise. */
export class Library {
  readonly #connection: LibraryConnection;

  constructor(connection: LibraryConnection) {
    this.#connection = connection;
  }

  async entries(): Promise<readonly LibraryEntry[]> {
    return this.#connection.use((db) => db.getAll("entries"));
  }

  /**
   * Keeps a result with its labels; one with the same id is replaced, and a draft of it is over. Never throws.
   * @param findings whether what it found is worked out now, or when a list shows it, as of thousands at once
   */
  async keep({ result, labels }: LibraryItem, findings: "now" | "later" = "now"): Promise<Kept> {
    const text = JSON.stringify(result);
    const facts = { ...labels, ...factsOf(result, text.length) };
    const entry = { ...facts, findings: findings === "now" ? findingsText(result) : null };
    try {
      await this.#connection.use((db) => {
        const transaction = db.transaction(["entries", "results", "drafts"], "readwrite");
        return Promise.all([
          transaction.objectStore("entries").put(entry),
          transaction.objectStore("results").put({ id: result.id, text }),
          transaction.objectStore("drafts").delete(result.id),
          transaction.done,
        ]);
      });
      return { state: "kept", entry };
    } catch (error) {
      return { state: "refused", message: messageOf(error) };
    }
  }

  async read(id: string): Promise<StoredResult> {
    const [stored, entry] = await this.#connection.use((db) =>
      Promise.all([db.get("results", id), db.get("entries", id)]),
    );
    if (stored === undefined || entry === undefined) return { state: "missing" };
    const read = readText(stored.text);
    return read.state === "read" ? { ...read, entry } : read;
  }

  /**
   * Works out what these results found, for entries that an earlier Headroom wrote. Results that cannot be read keep their entry
   * as it is.
   */
  async workOut(ids: readonly string[]): Promise<void> {
    const stored = await this.#connection.use((db) => Promise.all(ids.map((id) => db.get("results", id))));
    const found = stored.flatMap((one) => {
      const read = one === undefined ? null : readText(one.text);
      return one !== undefined && read?.state === "read" ? [[one.id, findingsText(read.result)] as const] : [];
    });
    await this.#connection.use(async (db) => {
      const transaction = db.transaction("entries", "readwrite");
      for (const [id, findings] of found) {
        // As it is by now: it may have been renamed or deleted meanwhile.
        const entry = await transaction.store.get(id);
        if (entry !== undefined) await transaction.store.put({ ...entry, findings });
      }
      await transaction.done;
    });
  }

  /** Changes labels of an entry that is still there. */
  async relabel(id: string, change: Partial<Labels>): Promise<void> {
    await this.#connection.use(async (db) => {
      const transaction = db.transaction("entries", "readwrite");
      const entry = await transaction.store.get(id);
      if (entry !== undefined) await transaction.store.put({ ...entry, ...change });
      await transaction.done;
    });
  }

  /** Takes results out and gives them back as they were stored, so that they can be put in again. */
  async remove(ids: readonly string[]): Promise<readonly Removed[]> {
    return this.#connection.use(async (db) => {
      const transaction = db.transaction(["entries", "results"], "readwrite");
      const entries = transaction.objectStore("entries");
      const results = transaction.objectStore("results");
      const removed: Removed[] = [];
      for (const id of ids) {
        const [entry, stored] = await Promise.all([entries.get(id), results.get(id)]);
        if (entry !== undefined && stored !== undefined) removed.push({ entry, text: stored.text });
        await Promise.all([entries.delete(id), results.delete(id)]);
      }
      await transaction.done;
      return removed;
    });
  }

  async putBack(removed: readonly Removed[]): Promise<void> {
    await this.#connection.use(async (db) => {
      const transaction = db.transaction(["entries", "results"], "readwrite");
      for (const { entry, text } of removed) {
        await transaction.objectStore("entries").put(entry);
        await transaction.objectStore("results").put({ id: entry.id, text });
      }
      await transaction.done;
    });
  }

  /** Keeps what a run has measured so far. */
  async putDraft(result: Result): Promise<void> {
    const draft = { id: result.id, text: JSON.stringify(result) };
    await this.#connection.use((db) => db.put("drafts", draft));
  }

  async dropDraft(id: string): Promise<void> {
    await this.#connection.use((db) => db.delete("drafts", id));
  }

  /**
   * Makes results of the runs whose tab was closed or crashed. Drafts without a sample, that cannot be read, or whose result is
   * kept by now with as much, are dropped.
   */
  async recover(savedAt: string): Promise<readonly LibraryEntry[]> {
    const recovered: LibraryEntry[] = [];
    for (const { id, text } of await this.#connection.use((db) => db.getAll("drafts"))) {
      const read = readText(text);
      const known = await this.#connection.use((db) => db.get("entries", id));
      // A result that was gone on with is kept, and its draft has more.
      const isNews = read.state === "read" && read.result.samples.length > (known?.samples ?? 0);
      if (!isNews) {
        await this.dropDraft(id);
        continue;
      }
      const { result } = read;
      const { name, tags, pinned } = known ?? { name: defaultName(result), tags: [], pinned: false };
      const kept = await this.keep({ result, labels: { name, tags, pinned, savedAt, ending: "interrupted" } });
      if (kept.state === "kept") recovered.push(kept.entry);
    }
    return recovered;
  }

  /** Lets the database go until the next use. */
  close(): void {
    this.#connection.close();
  }
}
