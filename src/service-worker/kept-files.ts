// The files of the app that are kept in this browser: one cache for each version, filled once, and read where there is no network.
import { APP_PATH, isHashed } from "./routes.ts";
import { withHeaders } from "./isolation.ts";
import { READ_AT } from "./messages.ts";

/** So many files are fetched at once: the page's own requests come first. */
const FETCHED_AT_ONCE = 4;

export interface Build {
  /** Changes with any file. */
  readonly version: string;
  /** Every file within the scope, those first that a run needs, and the app itself last. */
  readonly files: readonly string[];
}

export interface Surroundings {
  /** The folder that is served, as an address that ends in a slash. Others of this origin have caches of their own. */
  readonly scope: string;
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => Date;
  /** Whether nothing may be fetched now, since somebody measures. */
  readonly isBusy: () => Promise<boolean>;
}

/** `cut`: it is to be asked again later. `failed`: a file could not be fetched or kept. */
export type Kept = "complete" | "cut" | "failed";

export class KeptFiles {
  readonly #build: Build;
  readonly #around: Surroundings;
  readonly #prefix: string;
  readonly #own: string;

  constructor(build: Build, around: Surroundings) {
    this.#build = build;
    this.#around = around;
    this.#prefix = `headroom ${around.scope} `;
    this.#own = this.#prefix + build.version;
  }

  /** Whether this version has a file of that address. */
  has(address: string): boolean {
    return (
      address.startsWith(this.#around.scope) && this.#build.files.includes(address.slice(this.#around.scope.length))
    );
  }

  /** The copy of this version, else of the versions before. */
  async find(path: string): Promise<Response | undefined> {
    for (const name of [this.#own, ...(await this.#others())]) {
      const cache = await this.#around.caches.open(name);
      const found = await cache.match(this.#addressOf(path), { ignoreSearch: true, ignoreVary: true });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Keeps what was read just now in place of an older copy. Never throws: without room it is not kept. */
  async replace(path: string, response: Response): Promise<void> {
    if (!response.ok || !(path.startsWith("catalogue/") || this.#build.files.includes(path))) return;
    const cache = await this.#around.caches.open(this.#own);
    await this.#put(cache, path, response).catch(() => undefined);
  }

  /**
   * Keeps every file that is not kept yet. The app itself comes last, so that it is there only with all its parts. Never throws.
   */
  async keepAll(): Promise<Kept> {
    try {
      const cache = await this.#around.caches.open(this.#own);
      const kept = new Set((await cache.keys()).map(({ url }) => url));
      const missing = this.#build.files.filter((path) => !kept.has(this.#addressOf(path)));
      const ended = await this.#keepEach(
        cache,
        missing.filter((path) => path !== APP_PATH),
      );
      if (ended !== "complete") return ended;
      if (missing.includes(APP_PATH)) await this.#keepOne(cache, APP_PATH);
      await this.#carryOver(cache);
      return "complete";
    } catch {
      return "failed";
    }
  }

  /** Drops all versions but this one and the one before, which tabs may still be open in. */
  async dropOld(): Promise<void> {
    for (const name of (await this.#others()).slice(1)) await this.#around.caches.delete(name);
  }

  /** Caches of other versions, the newest first. */
  async #others(): Promise<readonly string[]> {
    const names = await this.#around.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix) && name !== this.#own).toReversed();
  }

  #addressOf(path: string): string {
    return new URL(path, this.#around.scope).href;
  }

  #put(cache: Cache, path: string, response: Response): Promise<void> {
    return cache.put(this.#addressOf(path), withHeaders(response, { [READ_AT]: this.#around.now().toISOString() }));
  }

  async #keepEach(cache: Cache, paths: readonly string[]): Promise<Kept> {
    const waiting = paths.values();
    let isCut = false;
    const lane = async (): Promise<void> => {
      for (const path of waiting) {
        isCut ||= await this.#around.isBusy();
        if (isCut) return;
        await this.#keepOne(cache, path);
      }
    };
    await Promise.all(Array.from({ length: FETCHED_AT_ONCE }, lane));
    return isCut ? "cut" : "complete";
  }

  async #keepOne(cache: Cache, path: string): Promise<void> {
    const known = isHashed(path) ? await this.find(path) : undefined;
    if (known !== undefined) {
      await cache.put(this.#addressOf(path), known);
      return;
    }
    const request = new Request(this.#addressOf(path), { cache: isHashed(path) ? "default" : "no-cache" });
    const response = await this.#around.fetch(request);
    // Some hosts answer with their front page where a file is gone.
    const isPage = response.headers.get("Content-Type")?.startsWith("text/html") === true;
    if (!response.ok || (isPage && path !== APP_PATH)) throw new Error(`${path} answered ${response.status}.`);
    await this.#put(cache, path, response);
  }

  /** Files of the catalogue that were read and are in no build stay readable with the next version. */
  async #carryOver(cache: Cache): Promise<void> {
    const [before] = await this.#others();
    if (before === undefined) return;
    const earlier = await this.#around.caches.open(before);
    for (const request of await earlier.keys()) {
      if (!request.url.startsWith(`${this.#around.scope}catalogue/`)) continue;
      const [copy, own] = await Promise.all([earlier.match(request), cache.match(request)]);
      if (copy !== undefined && own === undefined) await cache.put(request, copy);
    }
  }
}
