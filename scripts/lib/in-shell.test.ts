// A command that is printed can be pasted into a shell as it is.
import { expect, test } from "vitest";
import { inShell } from "./in-shell.mjs";

test("plain words stay plain, everything else is quoted", () => {
  expect(inShell(["npx", "vitest", "run", "src/a.test.ts"])).toBe("npx vitest run src/a.test.ts");
  expect(inShell(["echo", "two words", "it's", "$HOME", ""])).toBe("echo 'two words' 'it'\\''s' '$HOME' ''");
});

test("variables come first", () => {
  expect(inShell(["npx", "playwright"], { BROWSER: "/opt/my browser" })).toBe(
    "BROWSER='/opt/my browser' npx playwright",
  );
});
