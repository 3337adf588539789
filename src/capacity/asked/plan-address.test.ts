// Addresses of plans: a link that was cut or changed on its way is told, and never planned as something else.
import { readFileSync } from "node:fs";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { expect, test } from "vitest";
import { withPlainHash } from "../../session/address/plain-hash.ts";
import { parseSearch, stringifySearch } from "../../session/address/search-text.ts";
import { equalPlan } from "../plan/planner.ts";
import { requestFrom } from "../answer/plan-answer.ts";
import { lastingParameters, textsFromParameters, textsToParameters } from "./plan-address.ts";
import { defaultTexts, settingsOf } from "./planner-settings.ts";

const SITE = "https://h.example/";
const PAGE = "#/capacity/plan?";

/** What an address opens as, as the router reads it; null where it is another page's. */
function opened(hash: string) {
  const address = withPlainHash(SITE + hash) ?? SITE + hash;
  const text = address.slice(SITE.length);
  // The page refuses a second #, and the router ends the parameters there.
  if (text.indexOf("#", 1) > 0) return null;
  if (text !== PAGE.slice(0, -1) && !text.startsWith(PAGE)) return null;
  return textsFromParameters(parseSearch(text.slice(PAGE.length)));
}

const cases = new Map(
  readFileSync(new URL("fixtures/plan-links.txt", import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(/:\s+/, 2))
    .map(([name = "", hash = ""]) => [name, hash.trim()]),
);

function caseOf(name: string) {
  return opened(cases.get(name) ?? "");
}

test("an older link is read, and marked as one that nothing can check", () => {
  const whole = caseOf("whole");
  expect(whole).toMatchObject({ state: "read", isUnchecked: true, problems: [] });
  if (whole?.state !== "read") return;
  const outcome = equalPlan(requestFrom(settingsOf(whole.texts)));
  expect(outcome).toMatchObject({ state: "planned", plan: { groups: [{ processes: 4, agents: 12 }] } });
});

test("an older link that lost its last character is marked in the same way, since nothing in it tells", () => {
  expect(caseOf("cut by 1")).toMatchObject({ state: "read", isUnchecked: true, texts: { ops: "15000" } });
});

test("an older link whose rows break off is refused", () => {
  expect(caseOf("cut in row")).toMatchObject({ state: "damaged" });
  expect(opened("#/capacity/plan?v=1&curve=rows&rows=1:20,4:")).toMatchObject({ state: "damaged" });
  expect(opened("#/capacity/plan?v=1&curve=rows")).toMatchObject({ state: "damaged" });
  expect(opened("#/capacity/plan?v=1&curve=rows&rows=1:20,4:60&tit")).toMatchObject({ state: "damaged" });
});

test("an encoded link opens", () => {
  expect(caseOf("encoded")).toMatchObject({ state: "read", texts: { ops: "300" } });
});

test("the same link with its check is refused when it is cut by one character", () => {
  const whole = caseOf("whole");
  if (whole?.state !== "read") throw new Error("not read");
  const made = `#/capacity/plan${stringifySearch(textsToParameters(whole.texts))}`;
  expect(made).toMatch(/^#\/capacity\/plan\?v=3&.*37502\.2,.*&check=[0-9a-f]{8}$/);
  expect(opened(made)).toEqual({ ...whole, isUnchecked: false });
  for (let length = PAGE.length + 1; length < made.length; length += 1) {
    const cut = opened(made.slice(0, length));
    expect(cut?.state).toBe("damaged");
  }
  expect(opened(made.replace("v=3", "v=1").replace("ops=150000", "ops=15000"))?.state).toBe("damaged");
});

test("an address that was typed without a version opens as it says", () => {
  expect(opened("#/capacity/plan?curve=rows&rows=1:10,190:1900&ops=1665")).toMatchObject({
    state: "read",
    isUnchecked: false,
    texts: { rows: "1:10,190:1900", ops: "1665" },
  });
});

test("a link of version 2 means what it meant: no headroom, nothing spare, least memory", () => {
  // Written by version 0.2 for 4 processes of 12 agents.
  const reading = opened(cases.get("version 2") ?? "");
  expect(reading).toMatchObject({
    state: "read",
    isUnchecked: false,
    texts: { ops: "150000", headroom: "0", spare: "0", objective: "memory" },
  });
  if (reading?.state !== "read") return;
  const again = opened(`#/capacity/plan${stringifySearch(textsToParameters(reading.texts))}`);
  expect(again).toEqual(reading);
});

test("an address that was typed keeps the meaning it had, and the bare one is a new plan's", () => {
  expect(textsFromParameters({ ops: "300" })).toMatchObject({
    texts: { headroom: "0", spare: "0", objective: "memory" },
  });
  expect(textsFromParameters({})).toMatchObject({ texts: defaultTexts });
});

test("the link of a new plan says its version, so that a later Headroom plans the same", () => {
  const made = `#/capacity/plan${stringifySearch(lastingParameters(defaultTexts))}`;
  expect(made).toBe(cases.get("version 3, a new plan"));
  expect(opened(made)).toEqual({ state: "read", texts: defaultTexts, problems: [], isUnchecked: false });
  expect(lastingParameters({ ...defaultTexts, ops: "300" })).toEqual(
    textsToParameters({ ...defaultTexts, ops: "300" }),
  );
});

test.each(["", "x", "0", "-1", "1.5"])("version %j is none", (v) => {
  expect(textsFromParameters({ v, ops: "300" })).toMatchObject({ state: "damaged" });
});

test("of 500 links with one character changed, cut or added none opens as another plan", () => {
  const random = xoroshiro128plus(26);
  const pick = (most: number) => uniformInt(random, 0, most);
  const characters = "0123456789abcdefghijklmnopqrstuvwxyzABC.,:~&=?#%+-_/ é漢";
  for (let run = 0; run < 500; run += 1) {
    const texts = {
      ...defaultTexts,
      ops: String(pick(100_000) + 1),
      ...(pick(1) === 0 ? {} : { curve: "rows", rows: `1:${pick(90) + 10},8:${pick(400) + 100}/${pick(400) + 100}` }),
      ...(pick(1) === 0 ? {} : { title: `run ${"ü ％#&"[pick(4)]} ${pick(999)}` }),
      ...(pick(1) === 0 ? {} : { spare: String(pick(2)), headroom: String(pick(90)) }),
      ...(pick(2) > 0 ? {} : { machines: `m${pick(9)}~eks~${pick(60) + 4}~4~29~0.0${pick(8) + 1}` }),
    };
    const made = `#/capacity/plan${stringifySearch(textsToParameters(texts))}`;
    expect(opened(made)).toMatchObject({ state: "read", texts });
    const at = 1 + pick(made.length - 2);
    const other = characters[pick(characters.length - 1)] ?? "";
    const change = pick(2);
    const changed = made.slice(0, at) + (change === 0 ? "" : other) + made.slice(change === 2 ? at : at + 1);
    const reading = opened(changed);
    if (reading?.state === "read") expect(reading.texts).toEqual(texts);
  }
});
