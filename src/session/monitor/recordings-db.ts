// Recordings of soaks in this browser: each line is put down as it is measured, so that a reload or a crash loses none. The newest few stay.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import {
  entryLine,
  headerLine,
  readRecording,
  RECORDING_LIMITS,
  type RecordingHeader,
} from "../../monitor/recording/recording.ts";
import { timeOf } from "../../monitor/recording/watched.ts";
import type { Entry } from "../../monitor/slot.ts";

const NAME = "headroom-soaks";
const VERSION = 1;

/** More recordings than this are not kept: the oldest go. */
export const RECORDINGS_MOST = 3;

interface Line {
  readonly recording: string;
  readonly text: string;
}

interface Schema extends DBSchema {
  headers: { key: string; value: { readonly id: string; readonly startedAt: string; readonly text: string } };
  lines: { key: number; value: Line; indexes: { recording: string } };
}

/** A recording in a list. */
export interface KeptRecording extends Pick<RecordingHeader, "id" | "startedAt" | "title"> {
  /** From its start to its last line, ms. */
  readonly lastsMs: number;
}

export interface RecordingsDb {
  /** Begins a recording, and lets the oldest go. Rejects where the browser refuses. */
  begin(header: RecordingHeader): Promise<void>;
  /** Rejects where the browser refuses, as when storage is full. */
  append(id: string, entries: readonly Entry[]): Promise<void>;
  /** A recording as a file's text; null where it is not held. */
  read(id: string): Promise<string | null>;
  /** The newest first. */
  list(): Promise<readonly KeptRecording[]>;
  remove(id: string): Promise<void>;
}

async function removeFrom(db: IDBPDatabase<Schema>, id: string): Promise<void> {
  const change = db.transaction(["headers", "lines"], "readwrite");
  await change.objectStore("headers").delete(id);
  const lines = change.objectStore("lines");
  for (const key of await lines.index("recording").getAllKeys(id)) await lines.delete(key);
  await change.done;
}

/** Lines of a recording that was removed while another tab still wrote it. */
async function removeLeftBehind(db: IDBPDatabase<Schema>): Promise<void> {
  const known = new Set(await db.getAllKeys("headers"));
  const left = new Set<string>();
  const { store } = db.transaction("lines");
  for await (const { key } of store.index("recording").iterate(null, "nextunique")) if (!known.has(key)) left.add(key);
  for (const id of left) await removeFrom(db, id);
}

/** Rejects where this browser keeps nothing. @param name another one in tests */
export async function openRecordings(name = NAME): Promise<RecordingsDb> {
  const db = await openDB<Schema>(name, VERSION, {
    upgrade: (fresh) => {
      fresh.createObjectStore("headers", { keyPath: "id" });
      fresh.createObjectStore("lines", { autoIncrement: true }).createIndex("recording", "recording");
    },
    // A newer tab upgrades: this one lets go.
    blocking: (_from, _to, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const sorted = async () => (await db.getAll("headers")).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const read = async (id: string): Promise<string | null> => {
    const header = await db.get("headers", id);
    if (header === undefined) return null;
    const lines = await db.getAllFromIndex("lines", "recording", id, RECORDING_LIMITS.linesMost);
    return header.text + lines.map(({ text }) => text).join("");
  };
  return {
    async begin(header) {
      await db.put("headers", { id: header.id, startedAt: header.startedAt, text: headerLine(header) });
      for (const { id } of (await sorted()).slice(RECORDINGS_MOST)) await removeFrom(db, id);
      await removeLeftBehind(db);
    },
    async append(id, entries) {
      const change = db.transaction("lines", "readwrite", { durability: "relaxed" });
      for (const entry of entries) await change.store.add({ recording: id, text: entryLine(entry) });
      await change.done;
    },
    read,
    async list() {
      const kept: KeptRecording[] = [];
      for (const { id, text } of await sorted()) {
        const last = await db.transaction("lines").store.index("recording").openCursor(IDBKeyRange.only(id), "prev");
        const recording = readRecording(text + (last?.value.text ?? ""));
        if (recording.state === "refused") continue;
        const { header, entries } = recording.recording;
        const lastsMs = entries.reduce((end, entry) => Math.max(end, timeOf(entry) ?? 0), 0);
        kept.push({ id, startedAt: header.startedAt, title: header.title, lastsMs });
      }
      return kept;
    },
    remove: (id) => removeFrom(db, id),
  };
}
