// Which catalogue an address asks for, and which addresses are refused.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCatalogueAddress } from "./catalogue-address.ts";

const page = "https://host.example/some/where/";

function indexOf(text: string | undefined): string {
  const read = readCatalogueAddress(text, page);
  return read.state === "read" ? read.source.index : read.message;
}

test("without a parameter it is the one beside the app", () => {
  expect(indexOf(undefined)).toBe("https://host.example/some/where/catalogue/index.json");
  expect(indexOf(" ")).toBe("https://host.example/some/where/catalogue/index.json");
});

test("a folder stands for its index, and a hash is left out", () => {
  expect(indexOf("https://other.example/c/#x")).toBe("https://other.example/c/index.json");
  expect(indexOf("https://other.example/list.json?v=2")).toBe("https://other.example/list.json?v=2");
  expect(indexOf("http://localhost:8080/")).toBe("http://localhost:8080/index.json");
});

test.each([
  ["javascript:alert(1)", "begins with “javascript:”"],
  ["data:application/json,{}", "begins with “data:”"],
  ["file:///etc/passwd", "begins with “file:”"],
  ["other.example/c", "is not the full address"],
  ["//other.example", "is not the full address"],
  ["https://me:secret@other.example/", "holds a name or password"],
  ["http://other.example/", "lets it read no http: address"],
  [`https://other.example/${"x".repeat(2_000)}`, "too long"],
])("%s is refused", (text, message) => {
  expect(indexOf(text)).toContain(message);
});

test("any text is read as http or https, or refused", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
      const read = readCatalogueAddress(text, page);
      if (read.state === "read") expect(read.source.index).toMatch(/^https?:\/\//);
    }),
  );
});
