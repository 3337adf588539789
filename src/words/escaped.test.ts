// Text never becomes markup, and holds nothing that XML refuses.
import fc from "fast-check";
import { expect, test } from "vitest";
import { escapedXml } from "./escaped.ts";

test("what means something in XML is written as text", () => {
  expect(escapedXml('<b a="1">&amp;</b>')).toBe("&lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;");
});

test("nothing of any text can open a tag, end an attribute or break the file", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapedXml(text)).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)|[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
    }),
  );
});
