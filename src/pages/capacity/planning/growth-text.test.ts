// Growth is said as what to order first and by when, or that nothing is; its machines are those of the plan's own sentence.
import { expect, test } from "vitest";
import { answerOf } from "../../../capacity/answer/plan-answer.ts";
import { dayOf } from "../../../capacity/asked/calendar.ts";
import { defaultTexts, type PlannerTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { textsAt } from "../../../capacity/asked/where.ts";
import { planSentence } from "./answer-sentence.ts";
import { carriedText, growthAssumption, growthSentence, outOfReachSentence } from "./growth-text.ts";

const today = dayOf("2026-11-26")!;

function said(texts: Partial<PlannerTexts>) {
  const all = { ...defaultTexts, growth: "compound", ...texts };
  const { growth, outcome, request } = answerOf(all, today);
  if (growth === null || outcome.state !== "planned") throw new Error("There should be a plan that grows.");
  return {
    sentence: growthSentence(growth, outcome.plan),
    outOfReach: outOfReachSentence(growth, request),
    plan: planSentence(outcome.plan, request, planningCurve(settingsOf(all))),
    orders: growth.orders,
  };
}

test("a new plan that grows: the first order with its day, and what carries the demand until then", () => {
  const { sentence, plan, orders, outOfReach } = said({});
  expect(plan).toContain("on 2 e2-standard-4:");
  expect(sentence).toMatch(
    /^Order 1 × e2-standard-4 by \d+ [A-Z][a-z]+ 2027; until then the same 2 machines carry it\.$/,
  );
  expect(orders[0]?.more).toBe(1);
  expect(outOfReach).toBeNull();
});

test("an order that is late, and one machine that carries until then", () => {
  const { sentence } = said({ growth: "linear", perMonth: "1000", spare: "0", headroom: "0" });
  expect(sentence).toMatch(
    /^Order \d+ × \S+ now: (it is|they are) needed on \d+ [A-Z][a-z]+ 2026, and an order takes 30 days\. Until then the same machine carries it\.$/,
  );
});

test("what growth assumes is said beside it", () => {
  const assumed = (texts: Partial<PlannerTexts>) => growthAssumption(settingsOf({ ...defaultTexts, ...texts }));
  expect(assumed({ growth: "compound" })).toBe(
    "This assumes 5% more demand a month, and 30 days from an order to its machines.",
  );
  expect(assumed({ growth: "linear", perMonth: "1000", lead: "0" })).toBe(
    "This assumes 1,000 more each month, and machines on the day of their order.",
  );
  expect(assumed({ growth: "none" })).toBe("");
});

test("machines of one's own, and processes alone", () => {
  const own = textsAt("own", defaultTexts);
  expect(said(own).sentence).toMatch(
    /^Order \d+ machines? like yours \(machine 1\) by .*; until then the same \d+ machines carry it\.$/,
  );
  const none = textsAt("none", defaultTexts);
  expect(said({ ...none, lead: "0" }).sentence).toMatch(
    /^Add \d+ process(es)? by .* 202\d; until then the same \d+ processes carry it\.$/,
  );
});

test("where nothing is ever ordered that is said, with the last day", () => {
  expect(said({ perMonth: "0" }).sentence).toBe(
    "Nothing has to be ordered up to 26 November 2028: the same 2 machines carry it.",
  );
});

test("where all processes allowed are too few from a day on, that day is said with the way out", () => {
  const { outOfReach } = said({ processes: "16", perMonth: "20" });
  expect(outOfReach).toMatch(
    /^On \d+ [A-Z][a-z]+ 202\d no plan is left\. [\d,]+ op\/s with headroom is out of reach: 16 processes .* Allow more processes/,
  );
});

test("what the chart calls carried is told from what the plan reaches on paper", () => {
  const of = (texts: Partial<PlannerTexts>) => carriedText(answerOf({ ...defaultTexts, ...texts }, today).request);
  expect(of({})).toBe(
    "Carried: what the cheapest equal plan of each month carries after one machine has failed with 25% headroom kept free.",
  );
  expect(of({ spare: "0", headroom: "0" })).toBe("Carried: what the cheapest equal plan of each month carries.");
});
