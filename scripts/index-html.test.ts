// index.html shows the words of the front page before its code is there: they are those that the page then has.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { WHAT_THIS_IS } from "../src/pages/benchmark/what-this-is.ts";
import { realTime } from "../src/scenarios/real-time/real-time.ts";

const text = readFileSync(fileURLToPath(new URL("../index.html", import.meta.url)), "utf8").replaceAll(/\s+/g, " ");

test("index.html has the sentence, the question and the invitation of the front page, word for word", () => {
  const shell = /<div class="front-shell[^>]*>(.*?)<\/h1>.*?<\/p>/.exec(text)?.[0] ?? "";
  expect(shell).toContain(`> ${WHAT_THIS_IS} <`);
  expect(shell).toContain(`<h1>${realTime.question}</h1>`);
  expect(shell).toContain(`> ${realTime.invitation} <`);
});
