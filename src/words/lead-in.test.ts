import { expect, test } from "vitest";
import { behindClause } from "./lead-in.ts";

test("behind a clause a sentence begins small, and alone it stays as it is", () => {
  expect(behindClause("With faults, ", "Votes pass.")).toBe("With faults, votes pass.");
  expect(behindClause("With faults, ", "5 agents pass.")).toBe("With faults, 5 agents pass.");
  expect(behindClause("", "Votes pass.")).toBe("Votes pass.");
});
