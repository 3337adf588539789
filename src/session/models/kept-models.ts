// Models that somebody gave to this browser, under their hash: in memory for this tab, and in a database for the next visit where the browser has one.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

const DATABASE = "headroom-models";
/** More than somebody works with at once; the oldest are dropped, so that models of links do not pile up. */
const MODELS_MOST = 30;

interface KeptModel {
  readonly hash: string;
  /** Canonical text, which the hash is of. */
  readonly text: string;
  /** When it was given, ms since 1970. */
  readonly at: number;
  /** What its file called it; absent where it came without one, as beside a link, and in what an earlier Headroom kept. */
  readonly name?: string;
}

interface ModelsSchema extends DBSchema {
  models: { key: string; value: KeptModel; indexes: { at: number } };
}

const inMemory = new Map<string, Pick<KeptModel, "text" | "name">>();
let opening: Promise<IDBPDatabase<ModelsSchema>> | null = null;

function database(): Promise<IDBPDatabase<ModelsSchema>> {
  // Where nothing may be kept, opening throws at once.
  opening ??= (async () =>
    openDB<ModelsSchema>(DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore("models", { keyPath: "hash" }).createIndex("at", "at");
      },
      terminated: () => {
        opening = null;
      },
    }))();
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

/**
 * Keeps a model.
 * @param text canonical
 * @param called what its file calls it; where it says nothing, the name that the model had stays
 * @returns whether the next visit has it too
 */
export async function keepModel(
  hash: string,
  text: string,
  at: number,
  called: string | null = null,
): Promise<boolean> {
  const known = called ?? inMemory.get(hash)?.name;
  inMemory.set(hash, { text, ...(known === undefined ? {} : { name: known }) });
  try {
    const db = await database();
    const transaction = db.transaction("models", "readwrite");
    const name = known ?? (await transaction.store.get(hash))?.name;
    await transaction.store.put({ hash, text, at, ...(name === undefined ? {} : { name }) });
    const keys = await transaction.store.index("at").getAllKeys();
    for (const key of keys.slice(0, Math.max(0, keys.length - MODELS_MOST))) await transaction.store.delete(key);
    await transaction.done;
    return true;
  } catch {
    return false;
  }
}

/** @returns the canonical text of a model that was given here, or null; it is not checked against its hash */
export async function keptModel(hash: string): Promise<string | null> {
  const known = inMemory.get(hash);
  if (known !== undefined) return known.text;
  try {
    const stored = await (await database()).get("models", hash);
    return stored?.text ?? null;
  } catch {
    return null;
  }
}

/** @returns by hash, what the files of the models here called them; names that two models share tell nothing, and are left out */
export async function keptModelNames(): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const stored = await (async () => (await database()).getAll("models"))().catch(() => []);
  for (const { hash, name } of stored) if (name !== undefined) names.set(hash, name);
  for (const [hash, { name }] of inMemory) if (name !== undefined) names.set(hash, name);
  const all = [...names.values()];
  return new Map([...names].filter(([, name]) => all.indexOf(name) === all.lastIndexOf(name)));
}
