// A body is read whole or not beyond its limit.
import { expect, test } from "vitest";
import { boundedText } from "./bounded-text.ts";

test("what is within the limit is read, across chunks of one character", async () => {
  const bytes = new TextEncoder().encode("µ op/s");
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await boundedText(new Response(stream), 7)).toEqual({ state: "read", text: "µ op/s" });
  expect(await boundedText(new Response(null), 7)).toEqual({ state: "read", text: "" });
});

test("an endless body is left after the limit", async () => {
  let sent = 0;
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000;
      controller.enqueue(new Uint8Array(1_000));
    },
    cancel() {
      isCancelled = true;
    },
  });
  const read = await boundedText(new Response(stream), 10_000);
  expect(read).toMatchObject({ state: "refused", reason: "is larger than 0.01 MB, more than Headroom reads." });
  expect(isCancelled).toBe(true);
  expect(sent).toBeLessThan(20_000);
});

test("an announced size beyond the limit is refused before anything is read", async () => {
  const response = new Response("small", { headers: { "content-length": "1000" } });
  expect((await boundedText(response, 100)).state).toBe("refused");
});
