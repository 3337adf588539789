// A plain ?catalogue= moves behind the #, and no other address changes.
import { expect, test } from "vitest";
import { withPlainCatalogue } from "./plain-catalogue.ts";

test("a plain parameter becomes the catalogue's address", () => {
  const other = "https://other.example/c/?a=1&b=2";
  const made = withPlainCatalogue(`https://h.example/x/?catalogue=${encodeURIComponent(other)}&k=v`) ?? "";
  expect(made).toMatch(/^https:\/\/h\.example\/x\/\?k=v#\/catalogue\?catalogue=/);
  expect(new URLSearchParams(made.split("#/catalogue?")[1]).get("catalogue")).toBe(other);
});

test("an address that names a page, or no catalogue, stays", () => {
  expect(withPlainCatalogue("https://h.example/?catalogue=https://o.example#/capacity")).toBeNull();
  expect(withPlainCatalogue("https://h.example/#/?catalogue=https://o.example")).toBeNull();
  expect(withPlainCatalogue("https://h.example/")).toBeNull();
});
