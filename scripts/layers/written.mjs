// What is written from the table of layers: lint rules, types of the pure layers, the drawing in the documentation.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/root.mjs";
import { lintOverrides, pureFolders } from "./rules.mjs";
import { rooms } from "./table.mjs";

const BEGIN = "<!-- layers: written by npm run layers from scripts/layers/table.mjs -->";
const END = "<!-- end of layers -->";

function read(file) {
  return readFileSync(join(root, file), "utf8");
}

/** Rules of the layers stand first, so that the exceptions for tests and scripts come after them. */
function lintConfiguration() {
  const configuration = JSON.parse(read(".oxlintrc.json"));
  const isOfLayers = ({ rules }) => "eslint/no-restricted-imports" in rules || "eslint/no-restricted-globals" in rules;
  const others = configuration.overrides.filter((override) => !isOfLayers(override));
  return `${JSON.stringify({ ...configuration, overrides: [...lintOverrides(), ...others] }, null, 2)}\n`;
}

function pureTypes() {
  const configuration = JSON.parse(read("tsconfig.pure.json"));
  const include = pureFolders().map((path) => `${path}/*.ts`);
  return `${JSON.stringify({ ...configuration, include, exclude: ["src/**/*.test.ts"] }, null, 2)}\n`;
}

function drawn() {
  const indented = (path) => `${"  ".repeat(path.split("/").length - 1)}${path.split("/").at(-1)}/`;
  const folders = new Set(
    rooms.flatMap(({ path }) => path.split("/").map((_, at, all) => all.slice(0, at + 1).join("/"))),
  );
  const order = [...folders].sort((a, b) => (a < b ? -1 : 1));
  const width = Math.max(...order.map((path) => indented(path).length)) + 2;
  const tree = order.map((path) => {
    const room = rooms.find((one) => one.path === path);
    if (room === undefined) return indented(path);
    return `${indented(path).padEnd(width)}${room.holds}${room.pure === true ? " (pure)" : ""}`;
  });
  const table = [...rooms].toReversed().map(({ path, may }) => {
    const names = may.map((name) => `\`${name.replace(/^src\//, "")}\``).join(", ");
    return `| \`${path.replace(/^src\//, "")}\` | ${names === "" ? "nothing" : names} |`;
  });
  return [
    "```",
    ...tree.map((line) => line.trimEnd()),
    "```",
    "",
    "Who may import whom, from the roof down to the ground. A name that ends in `/**` means all rooms of that folder.",
    "",
    "| room | may import |",
    "| --- | --- |",
    ...table,
  ].join("\n");
}

function architecture() {
  const text = read("docs/architecture.md");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(
      `docs/architecture.md lacks the lines "${BEGIN}" and "${END}", between which the layers are drawn.`,
    );
  }
  return `${before}${BEGIN}\n\n${drawn()}\n\n${END}${after}`;
}

/** The files that come from the table, by name, with the text that each should have. */
export function writtenFiles() {
  return {
    ".oxlintrc.json": lintConfiguration(),
    "tsconfig.pure.json": pureTypes(),
    "docs/architecture.md": architecture(),
  };
}
