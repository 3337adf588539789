// A catalogue that never comes whole is given up with a message, and not asked for again by itself.
import { QueryClient } from "@tanstack/react-query";
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

test("a body that drips without end is given up after a minute, and not asked for again", async () => {
  vi.useFakeTimers();
  let asked = 0;
  vi.stubGlobal("location", new URL("https://host.example/"));
  vi.stubGlobal("fetch", (_: string, { signal }: { readonly signal: AbortSignal }) => {
    asked += 1;
    return Promise.resolve(new Response(drip(signal)));
  });
  const query = catalogueQuery({ index: "https://other.example/index.json", parameter: null });
  const outcome = new QueryClient().fetchQuery(query).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(61_000);
  const message = "https://other.example/index.json did not answer in full within a minute.";
  expect(await outcome).toMatchObject({ message });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBe(1);
});
