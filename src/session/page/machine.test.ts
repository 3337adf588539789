// A browser is called by its own name and version, and by its engine where it tells neither.
import { expect, test } from "vitest";
import { browserName } from "./machine.ts";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox 153"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
    "Safari 26",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
    "Safari 26",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/60.5 Safari/605.1.15", "WebKit"],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
    "Edge 156",
  ],
  ["Something/1.0", "Unknown browser"],
])("%s", (userAgent, name) => {
  expect(browserName({ userAgent })).toBe(name);
});

test("what a browser says of itself in full comes before its older text", () => {
  const brands = [
    { brand: "Not=A?Brand", version: "24" },
    { brand: "Chromium", version: "156" },
  ];
  const source = { userAgent: "Chrome/99.0", userAgentData: { brands } };
  expect(browserName(source)).toBe("Chromium 156");
});
