// The network comes first, the kept copy where there is none, and what the network says where there is no copy either.
import { expect, test } from "vitest";
import { freshFirst } from "./fresh-first.ts";

const copy = new Response("kept");
const kept = (): Promise<Response> => Promise.resolve(copy);
const nothing = (): Promise<undefined> => Promise.resolve(undefined);
const silent = new Promise<Response>(() => undefined);

test("an answer of the network is taken, also one that says no", async () => {
  const gone = new Response("gone", { status: 404 });
  expect(await freshFirst(Promise.resolve(gone), kept, null)).toBe(gone);
});

test("without a network, and from a server in trouble, the copy is taken", async () => {
  expect(await freshFirst(Promise.reject(new TypeError("no network")), kept, null)).toBe(copy);
  expect(await freshFirst(Promise.resolve(new Response("", { status: 503 })), kept, null)).toBe(copy);
});

test("without a copy the network's own answer is told", async () => {
  await expect(freshFirst(Promise.reject(new TypeError("no network")), nothing, null)).rejects.toThrow("no network");
  const trouble = new Response("", { status: 503 });
  expect(await freshFirst(Promise.resolve(trouble), nothing, null)).toBe(trouble);
});

test("a network that is silent too long is not waited for where there is a copy", async () => {
  expect(await freshFirst(silent, kept, 5)).toBe(copy);
});

test("a network that is silent too long is waited for where there is none", async () => {
  const fresh = new Response("late");
  const slow = new Promise<Response>((resolve) => setTimeout(resolve, 50, fresh));
  expect(await freshFirst(slow, nothing, 5)).toBe(fresh);
});
