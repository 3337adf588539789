// Turns the table of layers into rules: which specifiers a room may not write, and what to do about each.
import { posix } from "node:path";
import { rooms } from "./table.mjs";

/** Packages that only make sense in a page or in Node. */
const PAGE_PACKAGES = "^(react|react-dom|recharts|zustand|@tanstack/|@base-ui/|lucide-react|idb|node:)";

/** Globals that a pure layer is given by its caller. */
const AMBIENT_GLOBALS = [
  "performance",
  "Date",
  "window",
  "document",
  "navigator",
  "localStorage",
  "indexedDB",
  "fetch",
  "setTimeout",
  "setInterval",
  "Worker",
  "crypto",
  "console",
  "self",
  "globalThis",
];

const paths = rooms.map(({ path }) => path);

function isWithin(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Every room that a room may import, itself left out. */
export function allowedOf(room) {
  return paths.filter((path) =>
    room.may.some((name) => (name.endsWith("/**") ? isWithin(path, name.slice(0, -3)) : name === path)),
  );
}

/** Names in the table that are no room, each with the room that names it. */
export function unknownNames() {
  return rooms.flatMap((room) =>
    room.may
      .filter((name) => !paths.some((path) => isWithin(path, name.replace(/\/\*\*$/, ""))))
      .map((name) => `${room.path} → ${name}`),
  );
}

/** Arrows that do not point down the table: each room stands after all that it imports. */
export function upwardArrows() {
  return rooms.flatMap((room, at) =>
    allowedOf(room)
      .filter((to) => paths.indexOf(to) >= at)
      .map((to) => `${room.path} → ${to}`),
  );
}

function reaches(from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  const room = rooms.find(({ path }) => path === from);
  return room !== undefined && allowedOf(room).some((next) => reaches(next, to, seen));
}

function escaped(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** The one way to write a path from a room to files of another. Longer ways are refused by themselves. */
function specifierOf(from, to) {
  const path = posix.relative(from, to);
  return path.startsWith(".") ? path : `./${path}`;
}

function patternOf(from, targets) {
  return String.raw`^(${targets.map((to) => escaped(specifierOf(from, to))).join("|")})/[^/]+$`;
}

/** @returns the rooms that a room may not import, in two kinds: those above it, and those that are not declared */
export function deniedOf(room) {
  const allowed = new Set(allowedOf(room));
  const denied = paths.filter((path) => path !== room.path && !allowed.has(path));
  return {
    above: denied.filter((path) => reaches(path, room.path)),
    undeclared: denied.filter((path) => !reaches(path, room.path)),
  };
}

function listed(names) {
  return names.length === 0 ? "nothing" : names.join(", ");
}

function importRules(room) {
  const { above, undeclared } = deniedOf(room);
  const may = listed(room.may);
  const patterns = [];
  if (above.length > 0) {
    patterns.push({
      regex: patternOf(room.path, above),
      message: `This lies above ${room.path}, which may import: ${may}. Move what you need down into ${room.path} or one of these, or let the caller pass it in.`,
    });
  }
  if (undeclared.length > 0) {
    const page = room.path.startsWith("src/pages/");
    const home = page
      ? "What two pages share belongs in src/ui (looks), src/session (state) or src/words (sentences)."
      : "What both need belongs in a room that both may import.";
    patterns.push({
      regex: patternOf(room.path, undeclared),
      message: `${room.path} may import: ${may}. ${home} If the room really needs this one, add the arrow to scripts/layers/table.mjs and run npm run layers.`,
    });
  }
  const roundabout = String.raw`[^./][^/]*/\.\.(/|$)`;
  patterns.push({
    regex: room.path.startsWith("src/") ? String.raw`${roundabout}|^(\.\./)+src/` : roundabout,
    message: "Write the shortest path: no folder is entered and left again.",
  });
  const tests = room.path === "e2e" || room.path.startsWith("scripts");
  if (!tests) {
    patterns.push({
      regex: "/(fixtures|oracle)/",
      message: "Fixtures and oracles are for tests. What the app needs belongs beside the code that uses it.",
    });
  }
  if (room.pure === true) {
    patterns.push({
      regex: PAGE_PACKAGES,
      message: `${room.path} is pure: it sees no DOM, React, storage or Node. Let the caller pass in what it needs.`,
    });
  }
  return { "eslint/no-restricted-imports": ["error", { patterns }] };
}

const tests = ["**/*.test.ts", "**/*.test.tsx"];

/** The lint configuration's overrides that hold the layers. */
export function lintOverrides() {
  const imports = rooms.map((room) => ({
    files: [`${room.path}/*.{ts,tsx,mjs}`],
    excludeFiles: tests,
    rules: importRules(room),
  }));
  const message = "A pure layer is given clock, randomness, storage and workers by its caller.";
  const pure = rooms.filter((room) => room.pure === true);
  const exceptions = [...new Set(pure.map(({ except = [] }) => except.join(" ")))];
  const ambient = exceptions.map((exception) => ({
    files: pure.filter(({ except = [] }) => except.join(" ") === exception).map(({ path }) => `${path}/*.ts`),
    excludeFiles: tests,
    rules: {
      "eslint/no-restricted-globals": [
        "error",
        ...AMBIENT_GLOBALS.filter((name) => !exception.split(" ").includes(name)).map((name) => ({ name, message })),
      ],
      "eslint/no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Pass a seeded generator in." },
      ],
    },
  }));
  return [...imports, ...ambient];
}

/** Folders whose types are checked without a page. */
export function pureFolders() {
  return rooms.filter(({ pure }) => pure === true).map(({ path }) => path);
}
