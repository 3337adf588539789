// A link that was shared with the app opens in it, whatever else was shared with it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { withSharedAddress } from "./shared-address.ts";

const app = "https://host.example/headroom/";
const shared = (fields: Readonly<Record<string, string>>) => `${app}?${new URLSearchParams(fields)}`;

test("a link in any of the fields leads to its page here", () => {
  const link = "https://elsewhere.example/#/r/3.abc?x=1";
  expect(withSharedAddress(shared({ title: "Headroom", url: link }))).toBe(`${app}#/r/3.abc?x=1`);
  expect(withSharedAddress(shared({ title: "A run", text: `Look: ${link} fine, is it?` }))).toBe(`${app}#/r/3.abc?x=1`);
  expect(withSharedAddress(shared({ url: "https://elsewhere.example/#%2Fr%2F3.abc" }))).toBe(`${app}#%2Fr%2F3.abc`);
});

test("what holds no page of this app leads to the front page", () => {
  expect(withSharedAddress(shared({ title: "News", url: "https://elsewhere.example/#top" }))).toBe(app);
});

test("an address that nobody shared stays as it is", () => {
  expect(withSharedAddress(`${app}#/capacity?url=x`)).toBe(null);
  expect(withSharedAddress(`${app}?catalogue=https://a.example/`)).toBe(null);
});

test("whatever is shared, this app is opened and no other address", () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), fc.string(), (title, link, tail) => {
      const led = withSharedAddress(shared({ title, text: `${link}#/${tail}`, url: tail }));
      expect(led?.split("#")[0]).toBe(app);
    }),
  );
});
