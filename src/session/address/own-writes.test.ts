// Tests that no write of a page's own is taken for somebody else's.
import { describe, expect, it } from "vitest";
import { given, type OwnWrites, wrote } from "./own-writes.ts";

const opened: OwnWrites = { address: "a", isOwn: false, underway: [] };

describe("own writes", () => {
  it("knows the first of two writes that comes after the second was made", () => {
    const both = wrote(wrote(opened, "b"), "c");
    const first = given(both, "b");
    expect(first).toEqual({ address: "b", isOwn: true, underway: ["c"] });
    expect(given(first, "c")).toEqual({ address: "c", isOwn: true, underway: [] });
  });

  it("does not wait for a write that a later one overtook", () => {
    expect(given(wrote(wrote(opened, "b"), "c"), "c")).toEqual({ address: "c", isOwn: true, underway: [] });
  });

  it("reads what somebody else wrote, and waits for nothing afterwards", () => {
    expect(given(wrote(opened, "b"), "x")).toEqual({ address: "x", isOwn: false, underway: [] });
  });

  it("reads an earlier address of its own again when somebody goes back to it", () => {
    const later = given(wrote(given(wrote(opened, "b"), "b"), "c"), "c");
    expect(given(later, "b").isOwn).toBe(false);
  });

  it("does not wait for a write that changes nothing", () => {
    expect(wrote(opened, "a")).toBe(opened);
  });
});
