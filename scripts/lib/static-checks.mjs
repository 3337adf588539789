// Owns the list of static checks that `npm run check` and `npm test` share.
import { run } from "./run.mjs";

const checks = [
  ["format", "oxfmt", ["--check"]],
  ["lint and layers", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["types: app", "tsc", ["-p", "tsconfig.app.json"]],
  ["types: pure layers, without DOM", "tsc", ["-p", "tsconfig.pure.json"]],
  ["types: workers", "tsc", ["-p", "tsconfig.worker.json"]],
  ["types: tests and scripts", "tsc", ["-p", "tsconfig.node.json"]],
  ["dead code", "knip", []],
];

const sizeChecks = [
  ["build", "vite", ["build", "--logLevel", "warn"]],
  ["size of first load", "size-limit", []],
];

/**
 * Runs format, lint, types, dead code, build and size one after another; prints a line each, and the output of those that fail.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runStaticChecks() {
  let passed = 0;
  let failed = 0;
  for (const [name, program, args] of [...checks, ...sizeChecks]) {
    const { code, output } = await run(program, args, { quiet: true });
    if (code === 0) {
      passed += 1;
      console.log(`✓ ${name}`);
    } else {
      failed += 1;
      console.log(`✗ ${name}\n${output}`);
    }
  }
  return { passed, failed };
}
