// Encoded addresses open as the plain ones do, and plain ones stay.
import fc from "fast-check";
import { expect, test } from "vitest";
import { withPlainHash } from "./plain-hash.ts";

const site = "https://h.example/headroom/";
const plan = "#/capacity/plan?v=1&ops=300";

test.each([
  "#%2Fcapacity%2Fplan%3Fv%3D1%26ops%3D300",
  "#%2fcapacity%2fplan%3fv%3d1%26ops%3d300",
  "#/%2Fcapacity%2Fplan%3Fv%3D1%26ops%3D300",
  "#/capacity/plan%3Fv%3D1%26ops%3D300",
  "#%252Fcapacity%252Fplan%253Fv%253D1%2526ops%253D300",
  "%23%2Fcapacity%2Fplan%3Fv%3D1%26ops%3D300",
])("%s is the plan's address", (hash) => {
  expect(withPlainHash(site + hash)).toBe(site + plan);
});

test.each(["", "#/", plan, "#/r/3.eJyr", "#/capacity/plan?title=a%2Fb%3Fc%3Dd", "?x=1#/results"])(
  "%j stays",
  (hash) => {
    expect(withPlainHash(site + hash)).toBeNull();
  },
);

test("result links open when encoded", () => {
  expect(withPlainHash(`${site}#%2Fr%2F3.eJy_-x`)).toBe(`${site}#/r/3.eJy_-x`);
});

test("what cannot be decoded stays, and nothing throws", () => {
  expect(withPlainHash(`${site}#%2F%E0%A4%A`)).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => withPlainHash(site + text)).not.toThrow();
    }),
  );
});

test("any address that was encoded whole comes back as it was", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 20 }), { minKeys: 1 }),
      (search) => {
        const hash = `/capacity/plan?${new URLSearchParams(search)}`;
        expect(withPlainHash(`${site}#${encodeURIComponent(hash)}`)).toBe(`${site}#${hash}`);
      },
    ),
  );
});
