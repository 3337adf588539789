// A catalogue that never comes whole is given up with a message, and not asked for again by itself.
import { afterEach, expect, test, vi } from "vitest";
import { catalogueQuery } from "./catalogue.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A body that comes by one byte a second, without end, until it is no longer wanted. */
function drip(signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      const timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 1_000);
      signal.addEventListener("abort", () => {
        clearInterval(timer);
        controller.error(new DOMException("aborted", "AbortError"));
      });
    },
  });
}

test("a body that drips without end is given up after a minute", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("location", new URL("https://host.example/"));
  vi.stubGlobal("fetch", (_: string, { signal }: { readonly signal: AbortSignal }) =>
    Promise.resolve(new Response(drip(signal))),
  );
  const { queryFn, retry } = catalogueQuery({ index: "https://other.example/index.json", parameter: null });
  if (typeof queryFn !== "function" || typeof retry !== "function") throw new Error("The query has no function.");
  const asked: unknown = queryFn.call(
    null,
    Object.assign(Object.create(null), { signal: new AbortController().signal }),
  );
  const outcome = Promise.resolve(asked).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(61_000);
  const error = await outcome;
  if (!(error instanceof Error)) throw new Error("It was not given up.");
  expect(error.message).toBe("https://other.example/index.json did not answer in full within a minute.");
  expect(retry(0, error)).toBe(false);
});
