// Counts what this page makes and does not give back while lifecycles run: by standing in for what makes and ends each.
import type { Counts, PageMemory } from "../../measurement/run/lifecycles.ts";
import { sharedBuffers, wasmMemories } from "./held-buffers.ts";
import { Listeners } from "./listeners.ts";
import { Replaced } from "./replaced.ts";
import { WorkersAndPorts } from "./workers-and-ports.ts";

/** The element that the app is drawn in, in index.html. */
const VIEW = "root";

/** Elements outside the page's own view, which draws when it likes: what lifecycles make is none of it. */
function nodes(): number {
  const view = document.getElementById(VIEW);
  return document.getElementsByTagName("*").length - (view?.getElementsByTagName("*").length ?? 0);
}

/** Entries that come of what a page does. Others are the browser's own notes, such as of a frame that was slow. */
const MADE_ENTRIES = ["resource", "mark", "measure"];

function entries(): number {
  return MADE_ENTRIES.reduce((sum, type) => sum + performance.getEntriesByType(type).length, 0);
}

/** Object URLs that are made from now on and not revoked. */
function objectUrls(replaced: Replaced): ReadonlySet<string> {
  const urls = new Set<string>();
  replaced.put(URL, "createObjectURL", (before) => (of) => {
    const url = before.call(URL, of);
    urls.add(url);
    return url;
  });
  replaced.put(URL, "revokeObjectURL", (before) => (url) => {
    before.call(URL, url);
    urls.delete(url);
  });
  return urls;
}

/** Begins to count. Only one ledger is open at a time. */
export const openLedger: PageMemory["count"] = () => {
  const replaced = new Replaced();
  const listeners = new Listeners(replaced);
  const made = new WorkersAndPorts(replaced, listeners);
  const urls = objectUrls(replaced);
  const shared = sharedBuffers(replaced);
  const wasm = wasmMemories(replaced);
  const before = { nodes: nodes(), entries: entries() };
  let grown = { nodes: 0, entries: 0 };
  return {
    end() {
      replaced.takeBack();
      grown = { nodes: nodes() - before.nodes, entries: entries() - before.entries };
    },
    counts: (isCollected): Counts => ({
      workers: made.workers,
      ports: made.ports,
      listeners: listeners.grown,
      ...grown,
      urls: urls.size,
      shared: isCollected ? shared.bytes : 0,
      wasm: isCollected ? wasm.bytes : 0,
    }),
  };
};
