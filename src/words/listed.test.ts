// Lists of no part, one, two and more.
import { expect, test } from "vitest";
import { listed } from "./listed.ts";

test("parts are listed with a word before the last", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b"])).toBe("a and b");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect(listed(["it is slow", "it fails"], ", and")).toBe("it is slow, and it fails");
});
