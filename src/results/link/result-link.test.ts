// Links: nothing is lost, a typical run is short, and whatever a link holds is read or refused, never worse.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { arbitraryResult, arbitraryUnknownResult } from "../fixtures/arbitrary-result.ts";
import { keptLinks, opened } from "../fixtures/kept-results.ts";
import { realisticResult, realisticSingleAgent, seededRandom } from "../fixtures/realistic-result.ts";
import { type ReadResult, readResult } from "../format/read-result.ts";
import type { Result } from "../format/result.ts";
import { decodeLink, encodeLink, LINK_LIMITS } from "./result-link.ts";
import { packResult } from "./packing-3/packing.ts";

vi.setConfig({ testTimeout: 60_000 });

async function payloadOf(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `3.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

async function messageOf(payload: string): Promise<string> {
  const read = await decodeLink(payload);
  return read.state === "refused" ? read.message : "";
}

/** Whether it is a result that can be kept and read again, or a refusal that says something. */
function isAnswer(read: ReadResult): boolean {
  if (read.state === "refused") return read.message.length > 20;
  return readResult(JSON.parse(JSON.stringify(read.result))).state === "read";
}

test.each([
  ["any result", arbitraryResult],
  ["any result of a scenario that nobody knows", arbitraryUnknownResult],
])("%s comes back exactly", async (_name, arbitrary) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (result) => {
      const plain: unknown = JSON.parse(JSON.stringify(result));
      expect(await decodeLink(await encodeLink(result))).toStrictEqual({ state: "read", result: plain });
    }),
    { numRuns: 300 },
  );
});

test("which figures a sample lacks and which it withholds comes back exactly", async () => {
  const result = realisticSingleAgent({ seed: 2, repeats: 4 });
  const figures = [{}, { throughput: 1 }, { throughput: 2, p50: null }, { p50: 0, unheard: -0.5 }, { unheard: null }];
  const distributions = [undefined, {}, { latency: [] }, { latency: [3, 1, 4, 9] }, { other: [9, 8, 7] }];
  const samples = result.samples.slice(0, 5).map((sample, n) => {
    const { series, at, repeat, attempt } = sample;
    const spread = distributions[n];
    const own = { series, at: at + 0.5, repeat, attempt, state: "valid", figures: figures[n] ?? {} } as const;
    return spread === undefined ? own : { ...own, distributions: spread };
  });
  const read = await decodeLink(await encodeLink({ ...result, samples }));
  expect(read).toStrictEqual({ state: "read", result: { ...result, samples } });
});

test("a result of the most samples comes back exactly", async () => {
  const result = realisticResult({ seed: 3, repeats: 260 });
  const most = { ...result, settings: { ...result.settings, repeats: 30 }, samples: result.samples.slice(0, 3_600) };
  expect(await decodeLink(await encodeLink(most))).toEqual({ state: "read", result: most });
});

test("7 agent counts with 10 repeats, controls and latencies fit in 1,500 characters", async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const result = realisticResult({ seed });
    const payload = await encodeLink(result);
    expect(result.samples).toHaveLength(152);
    expect(payload.length).toBeLessThanOrEqual(1_500);
    expect(await decodeLink(payload)).toEqual({ state: "read", result });
  }
});

test("one agent with 10 repeats and how its latencies spread fits in 1,500 characters", async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const result = realisticSingleAgent({ seed });
    const payload = await encodeLink(result);
    expect(payload.length).toBeLessThanOrEqual(1_500);
    expect(await decodeLink(payload)).toEqual({ state: "read", result });
  }
});

test.each(Object.keys(keptLinks))("the link of %s is at most 5 % longer than it was in version 2", async (name) => {
  const before = keptLinks[name]?.[2].length ?? 0;
  expect((await encodeLink(opened(name))).length).toBeLessThanOrEqual(1.05 * before);
});

test("what a run of each scenario declares goes as a few bits", () => {
  for (const result of [realisticResult({ seed: 1 }), realisticSingleAgent({ seed: 1 })]) {
    expect(packResult(result)).not.toContain("p50");
  }
});

test("a link made by the first version stays readable", async () => {
  const read = await decodeLink(firstLink);
  expect(read).toEqual({ state: "read", result: realisticResult({ seed: 11, repeats: 1 }) });
});

test("a link made by the second version stays readable", async () => {
  const read = await decodeLink(secondLink);
  expect(read).toEqual({ state: "read", result: realisticResult({ seed: 11, repeats: 1 }) });
});

test("no single changed character alters a result: it is refused, or says the same", async () => {
  const result = realisticResult({ seed: 8 });
  const payload = await encodeLink(result);
  const random = seededRandom(3);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const altered: number[] = [];
  for (let at = 0; at < payload.length; at += 1) {
    const put = alphabet[Math.floor(random() * alphabet.length)] ?? "A";
    const read = await decodeLink(payload.slice(0, at) + put + payload.slice(at + 1));
    if (read.state === "read" && !isDeepStrictEqual(read.result, result)) altered.push(at);
  }
  expect(altered).toEqual([]);
});

async function changedLinks(result: Result): Promise<readonly string[]> {
  const payload = await encodeLink(result);
  const random = seededRandom(99);
  const unanswered: string[] = [];
  const alphabet = "ABCxyz019-_.% é";
  for (let n = 0; n < 500; n += 1) {
    const at = Math.floor(random() * payload.length);
    const cut = Math.floor(random() * 4);
    const put = Array.from(
      { length: Math.floor(random() * 4) },
      () => alphabet[Math.floor(random() * alphabet.length)],
    );
    const mutated = n % 10 === 0 ? payload.slice(0, at) : payload.slice(0, at) + put.join("") + payload.slice(at + cut);
    if (!isAnswer(await decodeLink(mutated))) unanswered.push(mutated);
  }
  return unanswered;
}

test("1,000 links with changed characters, of both scenarios, are read or refused", async () => {
  expect(await changedLinks(realisticResult({ seed: 5 }))).toEqual([]);
  expect(await changedLinks(realisticSingleAgent({ seed: 5 }))).toEqual([]);
});

const foreign = [null, -1, 0, 1.5, 1e308, 1e9, "", "x".repeat(500), [], {}, true, [[[]]], { __proto__: 1, a: [1] }];

/** Changes one place of a JSON value, at any depth. */
function mutate(value: unknown, random: () => number): unknown {
  const pick = foreign[Math.floor(random() * foreign.length)];
  if (Array.isArray(value) && value.length > 0 && random() < 0.85) {
    const items: readonly unknown[] = value;
    const at = Math.floor(random() * items.length);
    if (random() < 0.1) return items.filter((_, n) => n !== at);
    if (random() < 0.1) return [...items, pick];
    return items.map((item, n) => (n === at ? mutate(item, random) : item));
  }
  if (typeof value === "string" && value.length > 0 && random() < 0.85) {
    const at = Math.floor(random() * value.length);
    return value.slice(0, at) + String.fromCharCode(48 + Math.floor(random() * 75)) + value.slice(at + 1);
  }
  if (typeof value === "object" && value !== null && random() < 0.5) {
    const name = ["agents", "repeats", "workload", "seed", "nonsense", "__proto__"][Math.floor(random() * 6)] ?? "";
    return { ...value, [name]: pick };
  }
  return pick;
}

test("1,000 links with changed content, of both scenarios, are read or refused", async () => {
  const results = [realisticResult({ seed: 6 }), realisticSingleAgent({ seed: 6 })];
  const packed = results.map((result): unknown => JSON.parse(packResult(result)));
  const random = seededRandom(7);
  let refusals = 0;
  for (let n = 0; n < 1_000; n += 1) {
    const read = await decodeLink(await payloadOf(JSON.stringify(mutate(packed[n % 2], random))));
    expect(isAnswer(read)).toBe(true);
    if (read.state === "refused") refusals += 1;
  }
  expect(refusals).toBeGreaterThan(200);
});

test("any text is refused with a message", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.base64String().map((text) => `3.${text}`),
      ),
      async (text) => {
        expect((await decodeLink(text)).state).toBe("refused");
      },
    ),
  );
});

test("bombs are refused quickly", async () => {
  const million = Array.from({ length: 1_000_000 }, () => 0);
  const about = ["a", 0, 0, {}, 0, []] as const;
  const names = Array.from({ length: 50_000 }, (_, n) => `n${n}`);
  const bombs = [
    new Uint8Array(30_000_000),
    "[".repeat(1_900_000),
    JSON.stringify(million),
    `["a",0,0,{},0,[],"",[],[${"[],".repeat(400_000)}[]]]`,
    JSON.stringify([...about, "A".repeat(1_500_000), [], [], []]),
    JSON.stringify([...about, "_".repeat(1_500_000), [], [], []]),
    JSON.stringify([...about, "0".repeat(1_500_000), [], [], names.slice(0, 9_000)]),
  ];
  for (const bomb of bombs) {
    const payload = await payloadOf(bomb);
    expect(payload.length).toBeLessThan(LINK_LIMITS.charactersMost);
    const read = await decodeLink(payload);
    expect(read.state).toBe("refused");
  }
});

test("messages say what is wrong and what to do", async () => {
  expect(await messageOf(`2.${"A".repeat(64_000)}`)).toContain("over 64,000 characters");
  expect(await messageOf("4.abc")).toContain("made by a newer Headroom");
  const cut = (await encodeLink(realisticResult({ seed: 1 }))).slice(0, 700);
  expect(await messageOf(cut)).toContain("damaged or cut short");
  expect(await messageOf("hello")).toContain("holds no result");
});

const firstLink =
  "1.FcbbjqIwAIDhVzG9rqYnKM5eFVkdDwwgwoxrTAOCBwQRpIBu9t033vzfvwN1_sqaLI06mh0BxHysc6wbFDPG4V9Qp_c0ah7gA_-DOzA512VxUcUAazqA4AfjX4PV5ab6QW_oUmcAEohH-jua_j4Om1qlUIMAj9AIAQjQCL8lEDzOUZ0mwyItyvoJIGaU6pAZmFACdxqCBDKDYIoQg2PKDIzJHqIRohiSPQRSvhzDFsuqklLyQCJX-0HXdnt8ti5vY8WFEM5YF-aTEPqlCKGrOI7zme_7h-tVW0iJF_O8ZdPsG1ufM2Nx9qVphzfnE8e1Gh_JlZnn_u742ctdNnPTDZzw5BWWLaYyni47VVnWWLOuweuRXC4h2kbDFpeb2dbuDh1Zdd251DuGn-uvRppJ5Xv1JnLyNi0Lm_RF32PzSIe50dCTlr5i53a3DvHK9OPfeYPms8sm8jxv7U3D0K0VVycxmZnLjb2Jhk0iwjAY0oQmQky-g_zPOggav5xU1Y1wxUshEqvibqYbqgNwt4e7_f4_";

const secondLink =
  "2.eJwVxtuOojAAgOFXMb2upicozl4VWR0PDCDCjGtMA4IHBBGkgG723Tfe_N-_A3X-yposjTqaHQHEfKxzrBsUM8bhX1Cn9zRqHuAD_4M7MDnXZXFRxQBrOoDgB-Nfg9XlpvpBb-hSZwASiEf6O5r-Pg6bWqVQgwCP0AgBCNAIvyUQPM5RnSbDIi3K-gkgZpTqkBmYUAJ3GoIEMoNgihCDY8oMjMkeohGiGJI9BFK-HMMWy6qSUvJAIlf7Qdd2e3y2Lm9jxYUQzlgX5pMQ-qUIoas4jvOZ7_uH61VbSIkX87xl0-wbW58zY3H2pWmHN-cTx7UaH8mVmef-7vjZy102c9MNnPDkFZYtpjKeLjtVWdZYs67B65FcLiHaRsMWl5vZ1u4OHVl13bnUO4af669Gmknle_UmcvI2LQub9EXfY_NIh7nR0JOWvmLndrcO8cr04995g-azyybyPG_tTcPQrRVXJzGZmcuNvYmGTSLCMBjShCZCTL6D_M86CBq_nFTVjXDFSyESq-JuphuqA3C3h7v9_j-i6pO3";
