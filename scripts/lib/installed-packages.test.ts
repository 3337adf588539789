// What npm recorded is believed: other platforms' packages do not count, and whatever differs is named.
import { expect, test } from "vitest";
import { differenceFrom } from "./installed-packages.mjs";

const linux = { os: "linux", cpu: "x64", libc: "glibc" };
const vite = { version: "8.3.8", integrity: "sha512-vite" };
const binding = { version: "1.0.0", integrity: "sha512-x", optional: true, os: ["linux"], cpu: ["x64"] };

const lock = (packages: Readonly<Record<string, object>>) => ({ packages });

test("what an npm ci by hand leaves needs no second one", () => {
  const wanted = lock({ "": { name: "app" }, "node_modules/vite": { ...vite, dev: true } });
  expect(differenceFrom(wanted, lock({ "node_modules/vite": vite }), linux)).toBeNull();
});

test("a package that is missing, of another version or of another content is named", () => {
  const wanted = lock({ "node_modules/a/node_modules/@scope/vite": vite });
  const having = (found: object) => lock({ "node_modules/a/node_modules/@scope/vite": found });
  expect(differenceFrom(wanted, lock({}), linux)).toBe("@scope/vite is missing");
  expect(differenceFrom(wanted, having({ ...vite, version: "8.3.7" }), linux)).toBe(
    "@scope/vite is 8.3.7, package-lock.json asks for 8.3.8",
  );
  expect(differenceFrom(wanted, having({ ...vite, integrity: "sha512-other" }), linux)).toContain("another checksum");
});

test("optional packages count where they name this platform", () => {
  const at = (more: object) => lock({ "node_modules/binding": { ...binding, ...more } });
  expect(differenceFrom(at({}), lock({}), linux)).toBe("binding is missing");
  expect(differenceFrom(at({ libc: ["glibc"] }), lock({}), linux)).toBe("binding is missing");
  expect(differenceFrom(at({ libc: ["musl"] }), lock({}), linux)).toBeNull();
  expect(differenceFrom(at({ os: ["darwin"] }), lock({}), linux)).toBeNull();
  expect(differenceFrom(at({ cpu: ["arm64"] }), lock({}), linux)).toBeNull();
  expect(differenceFrom(at({ os: undefined, cpu: undefined }), lock({}), linux)).toBeNull();
});

test("an optional package that is installed must be the one of the lockfile", () => {
  const wanted = lock({ "node_modules/binding": { ...binding, version: "1.0.1" } });
  expect(differenceFrom(wanted, lock({ "node_modules/binding": binding }), linux)).toContain("asks for 1.0.1");
});

test("nothing installed at all is a difference", () => {
  expect(differenceFrom(lock({ "node_modules/vite": vite }), {}, linux)).toBe("vite is missing");
});
