// The card of a result: its parts lie inside it, and text of files stays text.
import { expect, test } from "vitest";
import { CARD_SIZE, type CardContent, shareCard } from "./share-card.ts";

const content: CardContent = {
  provenance: "Measured here: explorer 10×10 · Chromium 156 · 2 cores measured · 26 Nov 2026, 03:01",
  question: "How many agents does this machine hold?",
  sentence:
    "This machine holds about 1,260 agents at 20 op/s each (95% of ops within 10 ms). At 1,300 they begin to be late. You need 500: it holds 2.5 times that.",
  gauge: { unit: "agents", value: 1_260, needed: 500 },
  site: "example.org/headroom",
};
const widthAt = (text: string): number => text.length * 0.55;

function numbersOf(svg: string, pattern: RegExp): number[] {
  return [...svg.matchAll(pattern)].map(([, figure]) => Number(figure));
}

test("the first sentence is the headline, the others follow, and the bar holds the answer against what is needed", () => {
  const svg = shareCard(content, widthAt);
  expect(svg).toContain(">This machine holds about 1,260 agents at");
  expect(svg).toContain("At 1,300 they begin to be late.");
  expect(svg).toContain("1,260 agents held, 500 needed");
  expect(svg).toContain("example.org/headroom");
});

test("a decimal point ends no sentence", () => {
  const svg = shareCard({ ...content, sentence: "It reaches 1.5 op/s on 2.1 cores. More follows." }, widthAt);
  expect(svg).toContain(">It reaches 1.5 op/s on 2.1 cores.<");
});

test("whatever the texts, everything lies inside the card, and where there is no room the bar is left out", () => {
  const endless = "A sentence that goes on and on without an end. ".repeat(30);
  for (const sentence of [content.sentence, endless, "x".repeat(4_000), ""]) {
    const svg = shareCard({ ...content, sentence, provenance: endless, question: "?" }, widthAt);
    for (const y of numbersOf(svg, / y="(-?\d+)"/g)) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(CARD_SIZE.height);
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
