// The step that comments on a pull request, run by a shell with a `gh` of its own: it writes one comment, and updates it later.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./lib/root.mjs";

const steps = v.array(v.object({ run: v.optional(v.string()) }));
const workflow = v.object({ jobs: v.object({ comment: v.object({ steps }) }) });
const text = readFileSync(join(root, ".github", "workflows", "benchmark.yml"), "utf8");
const script = v.parse(workflow, parse(text)).jobs.comment.steps[1]?.run ?? "exit 9";

test.each([
  ["written", "", "POST", "repos/o/r/issues/7/comments"],
  ["updated", "41\n42\n", "PATCH", "repos/o/r/issues/comments/41"],
])("the comment is %s", (_, known, method, address) => {
  const house = mkdtempSync(join(tmpdir(), "headroom-comment-"));
  try {
    const gh = join(house, "gh");
    writeFileSync(gh, '#!/bin/sh\nif [ "$2" = --paginate ]; then printf "$KNOWN"; else echo "$@" >> called; fi\n');
    chmodSync(gh, 0o755);
    mkdirSync(join(house, "verdict"));
    const env = {
      PATH: `${house}${delimiter}${process.env["PATH"] ?? ""}`,
      REPOSITORY: "o/r",
      NUMBER: "7",
      KNOWN: known,
    };
    const { status, stderr } = spawnSync("bash", ["--norc", "-e", "-c", script], {
      cwd: house,
      encoding: "utf8",
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const called = readFileSync(join(house, "called"), "utf8");
    expect(called).toBe(`api --silent --method ${method} ${address} --field body=@verdict/verdict.md\n`);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});
