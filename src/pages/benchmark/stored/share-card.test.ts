// The card of a result: its parts lie inside it, and text of files stays text.
import { expect, test } from "vitest";
import { CARD_SIZE, type CardContent, shareCard } from "./share-card.ts";

const content: CardContent = {
  provenance: "Measured here: explorer 10×10 · Chromium 156 · 2 cores measured · 26 Nov 2026, 03:01",
  question: "How many agents does this machine hold?",
  sentence:
    "This machine holds about 1,260 agents at 20 op/s each (95% of ops within 10 ms). At 1,300 they begin to be late. You need 500: it holds 2.5 times that.",
  gauge: { unit: "agents", value: 1_260, needed: 500 },
  curve: {
    label: "Latency against agents",
    at: [10, 100, 1_300],
    values: [120, 150, 11_000],
    ends: ["10 agents", "1,300 agents"],
    marked: { at: 1_260, text: "1,260 agents" },
  },
  quality: "unsteady",
  site: "example.org/headroom",
};
const widthAt = (text: string): number => text.length * 0.55;

function numbersOf(svg: string, pattern: RegExp): number[] {
  return [...svg.matchAll(pattern)].map(([, figure]) => Number(figure));
}

test("the first sentence is the headline, the others follow, and the bar holds the answer against what is needed", () => {
  const svg = shareCard(content, widthAt);
  expect(svg).toContain(">This machine holds about 1,260");
  expect(svg).toContain("At 1,300 they begin to be late.");
  expect(svg).toContain("1,260 agents held, 500 needed");
  expect(svg).toContain("example.org/headroom");
});

test("a decimal point ends no sentence", () => {
  const svg = shareCard(
    { ...content, curve: null, sentence: "It reaches 1.5 op/s on 2.1 cores. More follows." },
    widthAt,
  );
  expect(svg).toContain(">It reaches 1.5 op/s on 2.1 cores.<");
});

test("whatever the texts, everything lies inside the card, and where there is no room the bar is left out", () => {
  const endless = "A sentence that goes on and on without an end. ".repeat(30);
  for (const sentence of [content.sentence, endless, "x".repeat(4_000), ""]) {
    for (const curve of [content.curve, null]) {
      const svg = shareCard({ ...content, sentence, curve, provenance: endless, question: "?" }, widthAt);
      for (const y of numbersOf(svg, / y\d?="(-?[\d.]+)"/g)) {
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(CARD_SIZE.height);
      }
    }
  }
  const full = `${"many words ".repeat(40).trim()}. ${endless}`;
  expect(shareCard({ ...content, sentence: full }, widthAt)).not.toContain("held");
});

test("text of files stays text", () => {
  const svg = shareCard({ ...content, sentence: '<script>alert("1")</script> & more', provenance: "<b>" }, widthAt);
  expect(svg).not.toContain("<script>");
  expect(svg).not.toContain("<b>");
  expect(svg).toContain("&lt;script&gt;");
});

test("the curve is drawn with its label and ends, and the quality is a word", () => {
  const svg = shareCard(content, widthAt);
  for (const text of ["Latency against agents", "● 1,260 agents", "10 agents", "1,300 agents", "▲ unsteady"])
    expect(svg).toContain(`>${text}<`);
  const drawn = svg.match(/<polyline points="([^"]+)"/)?.[1]?.split(" ") ?? [];
  expect(drawn).toHaveLength(3);
  // The answer lies on the line, before the last point, which failed.
  const [[x = 0, y = 0] = []] = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, ...at]) =>
    at.map(Number),
  );
  const [[lastX = 0, lastY = 0] = []] = drawn.slice(-1).map((place) => place.split(",").map(Number));
  expect(x).toBeLessThan(lastX);
  expect(y).toBeGreaterThan(lastY);
  const without = shareCard({ ...content, curve: null, quality: "useless" }, widthAt);
  expect(without).not.toContain("<polyline");
  expect(without).toContain(">■ useless<");
});

test("texts stand beside the curve, not under it", () => {
  const svg = shareCard({ ...content, sentence: `${"words ".repeat(60).trim()}. And more.` }, widthAt);
  const lines = [...svg.matchAll(/<text x="64"[^>]* font-size="40"[^>]*>([^<]+)</g)].map(([, text = ""]) => text);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines.slice(0, -1)) expect(64 + widthAt(line) * 40).toBeLessThan(1_200 - 64 - 320);
});
