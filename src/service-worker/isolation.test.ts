// Answers carry the headers that isolate a page, once, and keep what they say.
import { expect, test } from "vitest";
import { isolated, withHeaders } from "./isolation.ts";

const isolating = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

test("an answer without the headers gets them, with its body, status and type", async () => {
  const answer = isolated(
    new Response("text", {
      status: 404,
      statusText: "Not Found",
      headers: { "content-type": "text/x-own", "content-length": "2" },
    }),
  );
  expect(Object.fromEntries(answer.headers)).toEqual({ ...isolating, "content-type": "text/x-own" });
  expect([answer.status, answer.statusText, await answer.text()]).toEqual([404, "Not Found", "text"]);
});

test("an answer that has them stays the same one, and a weaker policy of the host does not", () => {
  const complete = new Response("", { headers: isolating });
  expect(isolated(complete)).toBe(complete);
  const weak = isolated(new Response("", { headers: { ...isolating, "cross-origin-embedder-policy": "unsafe-none" } }));
  expect(weak.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
});

test("an answer that nobody may look into stays as the browser made it", () => {
  const failed = Response.error();
  expect(isolated(failed)).toBe(failed);
});

test("an answer without a body stays without one", () => {
  expect(isolated(new Response(null, { status: 304 })).body).toBe(null);
  expect(withHeaders(new Response("x"), { "x-more": "1" }).headers.get("x-more")).toBe("1");
});
