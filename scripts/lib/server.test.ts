// The server sends what is compressed to whoever takes it, and the plain file to others.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { precompress } from "./precompress.mjs";
import { serve } from "./server.mjs";

const directory = mkdtempSync(join(tmpdir(), "headroom-served-"));
const text = "export const figures = [1, 2, 3];\n".repeat(200);
let precompressed = 0;
let server: Awaited<ReturnType<typeof serve>> | null = null;

beforeAll(async () => {
  mkdirSync(join(directory, "assets"));
  writeFileSync(join(directory, "assets", "app.js"), text);
  writeFileSync(join(directory, "index.html"), "<!doctype html><title>Small</title>");
  precompressed = precompress(directory);
  server = await serve({ directory });
});

afterAll(async () => {
  await server?.close();
  rmSync(directory, { recursive: true });
});

interface Answer {
  readonly bytes: number;
  readonly encoding: string | undefined;
  readonly type: string | undefined;
  readonly isolated: boolean;
}

function asked(path: string, encodings: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server?.url ?? ""}${path}`, { headers: { "accept-encoding": encodings } }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => (bytes += part.length));
      response.on("end", () =>
        resolve({
          bytes,
          encoding: response.headers["content-encoding"],
          type: response.headers["content-type"],
          isolated: response.headers["cross-origin-opener-policy"] === "same-origin",
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
])(
  "whoever takes %s gets %s, with the type and the isolation headers of the file itself",
  async (encodings, encoding) => {
    const answer = await asked("assets/app.js", encodings);
    expect(answer).toMatchObject({ encoding, isolated: true });
    expect(answer.type).toContain("javascript");
    expect(answer.bytes).toBeLessThan(text.length / 10);
  },
);

test("what is too small to gain is not compressed", () => {
  expect(precompressed).toBe(1);
});

test("whoever takes neither, and a file too small to gain, gets the plain file", async () => {
  expect(await asked("assets/app.js", "identity")).toMatchObject({ bytes: text.length, encoding: undefined });
  expect(await asked("", "gzip, br")).toMatchObject({ encoding: undefined, isolated: true });
});
