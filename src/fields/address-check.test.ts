// The check of an address: right for what it was made of, in any order, and wrong for anything else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkStateOf, withCheck } from "./address-check.ts";

test("the check stands last, and does not change from one version of the code to the next", () => {
  const made = withCheck({ v: "2", ops: "300" });
  expect(Object.keys(made)).toEqual(["v", "ops", "check"]);
  expect(withCheck(made)).toEqual(made);
  expect(checkStateOf({ ops: "300", check: made["check"] ?? "", v: "2" })).toBe("right");
  expect(made["check"]).toMatchInlineSnapshot(`"5c1cb608"`);
});

test("any other text, name or path is told", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), fc.string(), (title, other, path) => {
      const made = withCheck({ title }, path);
      expect(checkStateOf({ ...made, title: title.toWellFormed() }, path)).toBe("right");
      if (other.toWellFormed() !== title.toWellFormed()) {
        expect(checkStateOf({ ...made, title: other }, path)).toBe("wrong");
      }
      if (other.toWellFormed() !== path.toWellFormed()) expect(checkStateOf(made, other)).toBe("wrong");
      expect(checkStateOf({ title }, path)).toBe("none");
    }),
  );
});
