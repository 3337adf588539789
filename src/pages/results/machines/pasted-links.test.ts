// Links are found in whatever surrounds them, and one bad link voids none of the others.
import fc from "fast-check";
import { expect, test } from "vitest";
import { PASTED_LIMITS, pastedLinks } from "./pasted-links.ts";

const site = "https://example.org/headroom/";
/** As long as the shortest result that stands without an address. */
const bare = `3.eJy${"7Vjb".repeat(6)}`;

test("links stand on lines of their own or beside each other", () => {
  const text = `${site}#/r/3.aaa\n${site}#/r/3.bbb  ${site}#/r/2.ccc`;
  expect(pastedLinks(text)).toEqual({
    links: ["3.aaa", "3.bbb", "2.ccc"].map((payload) => ({ label: "", payload })),
    problems: [],
  });
});

test("what stands before a link in its line names it, without bullets and colons", () => {
  const text = `- Anna's laptop: ${site}#/r/3.aaa\nthe old one (<${site}#/r/3.bbb>)`;
  expect(pastedLinks(text).links).toEqual([
    { label: "Anna's laptop", payload: "3.aaa" },
    { label: "the old one", payload: "3.bbb" },
  ]);
});

test("a link is read as messengers encode it, with a full stop behind it, and as what stands after the #/r/ alone", () => {
  const text = `${site}#%2Fr%2F3.aaa ${site}#/r/3.bbb. ${bare}`;
  expect(pastedLinks(text)).toMatchObject({
    links: [{ payload: "3.aaa" }, { payload: "3.bbb" }, { payload: bare }],
    problems: [],
  });
});

test.each([
  `${site}#/r/3%2Eaaa`,
  `${site}#/r/3%252Eaaa`,
  `${site}#%2Fr%2F3%2Eaaa`,
  `(${site}#/r/3.aaa)`,
  `(see ${site}#/r/3.aaa).`,
  `${site}#/r/3.aaa,`,
  `${site}#/r/3.aaa),`,
  `${site}#/r/3.aaa%29.`,
  `[mine](${site}#/r/3.aaa)!`,
])("a link as a chat writes it is read: %s", (text) => {
  expect(pastedLinks(text)).toMatchObject({ links: [{ payload: "3.aaa" }], problems: [] });
});

test("what stands behind #/r/ is read alone, encoded too", () => {
  expect(pastedLinks(`${bare.replace(".", "%2E")}.`)).toMatchObject({ links: [{ payload: bare }], problems: [] });
});

test("the number of a list is no link", () => {
  expect(pastedLinks(`1.Anna: ${site}#/r/3.aaa`)).toEqual({
    links: [{ label: "1.Anna", payload: "3.aaa" }],
    problems: [],
  });
});

test("a sentence with a number at its end is no link", () => {
  expect(pastedLinks("We measured version 3. It took 1.5, or 2.75).").links).toEqual([]);
});

test("the same result twice is one", () => {
  expect(pastedLinks(`${site}#/r/3.aaa http://other.example/#/r/3.aaa`).links).toHaveLength(1);
});

test("a link that is equal to one before it is left out by name; its name is not lost where the first had none", () => {
  const [a, b] = [`${site}#/r/3.aaa`, `${site}#/r/3.bbb`];
  expect(pastedLinks(`Anna: ${a}\nBen: ${a}\n${b}\nCleo: ${b}\n${a}`)).toEqual({
    links: [
      { label: "Anna", payload: "3.aaa" },
      { label: "Cleo", payload: "3.bbb" },
    ],
    problems: [
      "Ben: the same as Anna, so it is left out.",
      "Cleo: this link is there twice, and is read once.",
      "3.aaa: the same as Anna, so it is left out.",
    ],
  });
});

test("links that lead to no result are named, and the others stay", () => {
  const text = `${site}#/r/ ${site}#/compare/v2,k.a,k.b https://example.org/cat.png ${site}#/r/3.aaa`;
  const { links, problems } = pastedLinks(text);
  expect(links.map(({ payload }) => payload)).toEqual(["3.aaa"]);
  expect(problems).toEqual([
    expect.stringContaining("this link to a result was cut or changed on its way"),
    expect.stringContaining("leads to a comparison"),
    expect.stringContaining("cat.png: this is a link to something else, not to a result of Headroom."),
  ]);
});

test.each([
  [`${site}#/capacity/plan?v=3&rows=1:10,190:1900&ops=5`, "it leads to a plan."],
  [`${site}#/capacity?agents=25`, "it leads to the memory calculator."],
  [`${site}#/compare/v2,${bare},${bare}.c1`, "it leads to a comparison, which opens by itself."],
  [`${site}#/results/abc`, "it leads to a result in the library of one browser, and does not hold it."],
  [`${site}#/results`, "it leads to the library of one browser."],
  [`${site}#/catalogue/a.json`, "it leads to a result of a catalogue, and does not hold it."],
  [`${site}?catalogue=https://a.example/`, "it leads to a catalogue."],
  [`${site}#/?scenario=scaling`, "it leads to the page that measures."],
  [`${site}#%2Fcapacity%2Fplan`, "it leads to a plan."],
  ["#/capacity/plan", "it leads to a plan."],
  ["https://reddit.example/#/r/aww", "what follows #/r/ is no result of Headroom"],
  ["https://example.org/a,b,c", "this is a link to something else"],
])("%s is told as what it is, with what is expected", (link, what) => {
  const { links, problems } = pastedLinks(`Anna: ${link}`);
  expect(links).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(what)]);
  expect(problems[0]).toContain("Expected is a link with #/r/ in it");
  expect(problems[0]).not.toMatch(/damaged|cut/);
});

test("text without a link has none, and no problem", () => {
  expect(pastedLinks("Whose machine is #1 today?")).toEqual({ links: [], problems: [] });
});

test("too many links, and too much text, are told", () => {
  const many = Array.from({ length: PASTED_LIMITS.linksMost + 3 }, (_, n) => `${bare}${n}`).join("\n");
  expect(pastedLinks(many).links).toHaveLength(PASTED_LIMITS.linksMost);
  expect(pastedLinks(many).problems).toEqual([expect.stringContaining("3 more were left out")]);
  expect(pastedLinks("x".repeat(PASTED_LIMITS.charactersMost + 1)).problems).toHaveLength(1);
});

test("whatever is pasted, nothing is thrown, labels are bounded and payloads are plain", () => {
  const bit = fc.oneof(fc.string(), fc.constantFrom(`${site}#/r/3.a_-b`, "%23%2Fr%2F", "://", "\n", "#/r/<script>"));
  fc.assert(
    fc.property(fc.array(bit), fc.constantFrom(" ", "\n", ""), (bits, between) => {
      for (const { label, payload } of pastedLinks(bits.join(between)).links) {
        expect(label.length).toBeLessThanOrEqual(PASTED_LIMITS.labelMost);
        expect(payload).toMatch(/^\d{1,3}\.[\w-]+$/);
      }
    }),
  );
});
