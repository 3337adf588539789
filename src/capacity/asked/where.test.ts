// Where processes run, and what the choice changes.
import { expect, test } from "vitest";
import { textsFromParameters, textsToParameters } from "./plan-address.ts";
import { defaultTexts, settingsOf } from "./planner-settings.ts";
import { PLACES, placeOf, pricesText, textsAt } from "./where.ts";

test.each(PLACES)("choosing %s gives settings that are valid, and are at that place", (place) => {
  const texts = { ...defaultTexts, ...textsAt(place, defaultTexts) };
  const settings = settingsOf(texts);
  expect(placeOf(settings.machines)).toBe(place);
  expect(textsFromParameters(textsToParameters(texts))).toMatchObject({ state: "read", texts, problems: [] });
});

test("without prices the lowest price is not asked for, and without machines none may be lost", () => {
  expect(textsAt("own", defaultTexts)).toMatchObject({ objective: "machines" });
  expect(textsAt("none", defaultTexts)).toMatchObject({ objective: "memory", spare: "1" });
  expect(textsAt("none", { ...defaultTexts, spare: "2", objective: "memory" })).toEqual({
    machines: "none",
    prices: "",
  });
});

test("an edited table stays in its cloud while all of its machines do", () => {
  const { machines } = settingsOf({ ...defaultTexts, machines: "eks" });
  const [first, ...others] = machines;
  if (first === undefined) throw new Error("no machines");
  expect(placeOf([{ ...first, pricePerHour: 0.05 }, ...others])).toBe("eks");
  expect(placeOf([{ ...first, platform: "gke" }, ...others])).toBe("own");
});

test("prices are told with currency, region and date, or as entered", () => {
  const of = (changes: Partial<typeof defaultTexts>): string | null => {
    const texts = { ...defaultTexts, ...changes };
    return pricesText(settingsOf(texts), texts.machines);
  };
  expect(of({})).toBe("USD, us-central1, on demand without discounts, noted 2026-11");
  expect(of({ machines: "a~gke~8~2~110~0.05", currency: "EUR" })).toBe("EUR, as entered");
  expect(of({ machines: "eks", currency: "EUR", prices: "Frankfurt, 2027-01" })).toBe("EUR, Frankfurt, 2027-01");
  expect(of({ machines: "a~whole~8~2~110~" })).toBeNull();
  expect(of({ machines: "none" })).toBeNull();
});

test.each(["own", "none"] as const)("from %s back to the cloud gives the plan there was", (place) => {
  const away = { ...defaultTexts, ...textsAt(place, defaultTexts) };
  expect({ ...away, ...textsAt("gke", away) }).toEqual(defaultTexts);
});

test("from cloud to cloud what was asked stays", () => {
  const asked = { ...defaultTexts, objective: "memory", spare: "2" };
  expect({ ...asked, ...textsAt("eks", asked) }).toEqual({ ...asked, machines: "eks" });
});
