// The static checks that `npm run check` and `npm test` share: format, lint, types, dead code, and the size of the build.
import { readdirSync } from "node:fs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/**
 * A check that passes where its program does.
 * @param {string} mend shown below what the program says when it fails
 * @returns {import("./parts.mjs").Part}
 */
function check(name, program, args, mend) {
  return {
    name,
    run: async () => {
      const { code, output } = await run(program, args, { quiet: true });
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output, mend };
    },
  };
}

/** One check for each tsconfig.<name>.json; tsconfig.base.json holds what they share. */
function typeChecks() {
  return readdirSync(root)
    .filter((file) => /^tsconfig\.\w+\.json$/.test(file) && file !== "tsconfig.base.json")
    .sort()
    .map((file) => check(`types (${file})`, "tsc", ["-p", file], `edit what is named above, then: npx tsc -p ${file}`));
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @returns {string[]} a line for each limit; none where the program said something else */
function sizeLines(output) {
  try {
    return JSON.parse(output).map(
      ({ name, size, sizeLimit }) => `${kilobytes(size)} of ${kilobytes(sizeLimit)} ${name}`,
    );
  } catch {
    return [];
  }
}

/** The size is that of the build, so the two follow one another. */
const buildAndSize = {
  name: "build and size of the first load",
  run: async () => {
    const built = await run("vite", ["build", "--logLevel", "warn"], { quiet: true });
    if (built.code !== 0) return { passed: 0, failed: 2, output: built.output, mend: "npm run build" };
    const { code, output } = await run("size-limit", ["--json"], { quiet: true });
    const lines = sizeLines(output);
    if (code === 0) return { passed: 2, failed: 0, detail: lines.join(", ") };
    return {
      passed: 1,
      failed: 1,
      output: lines.length === 0 ? output : lines.join("\n"),
      mend: [
        "npx vite build lists the chunks: load late, with import(), what the first page does not need",
        "then: npx size-limit (its limits are in .size-limit.mjs)",
      ].join("\n"),
    };
  },
};

/** The quick ones first: unit tests run beside them and take longer than all of them. */
export const staticChecks = [
  check("format", "oxfmt", ["--check"], "npm run format"),
  check(
    "lint and layers",
    "oxlint",
    ["--type-aware", "--deny-warnings"],
    "npx oxlint --type-aware --fix\nwhat it leaves needs a hand; an import across layers: docs/architecture.md",
  ),
  ...typeChecks(),
  check(
    "dead code",
    "knip",
    [],
    "npx knip --fix --allow-remove-files\nor name in knip.jsonc what is used in a way that knip cannot see",
  ),
  buildAndSize,
];
