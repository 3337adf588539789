// Writes the results of many machines as one library file, one after the other, so that no more than one is held in full.
import { appendFileSync, closeSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { machineName } from "../../src/comparison/fleet/merge-fleet.ts";
import type { ShardFile } from "../../src/comparison/fleet/shard-file.ts";
import type { Labels } from "../../src/results/library/entry.ts";
import { libraryHeader, libraryLine } from "../../src/results/library/library-file.ts";
import { BadInput } from "./command-files.ts";

const CHUNK_BYTES = 1 << 20;
const NAME_MOST = 120;

export class MachinesFile {
  private readonly path: string;
  private readonly lines: string;
  private count = 0;
  private latest = "1970-01-01T00:00:00.000Z";

  constructor(path: string) {
    this.path = path;
    this.lines = `${path}.lines.writing`;
  }

  private tried(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.drop();
      throw new BadInput(`${this.path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /**
   * Adds the result of a machine.
   * @returns the shard without what the file alone has to hold: the distributions of single ops
   * @throws BadInput where it cannot be written
   */
  add(shard: ShardFile): ShardFile {
    const { result } = shard;
    const { createdAt } = result;
    const name = machineName(shard).slice(0, NAME_MOST);
    const labels: Labels = { name, tags: ["fleet"], pinned: false, savedAt: createdAt, ending: "imported" };
    this.tried(() => {
      if (this.count === 0) writeFileSync(this.lines, "");
      appendFileSync(this.lines, libraryLine({ labels, result }));
    });
    this.count += 1;
    if (Date.parse(createdAt) > Date.parse(this.latest)) this.latest = createdAt;
    const samples = result.samples.map((sample) => {
      if (sample.state !== "valid") return sample;
      const { distributions: _, ...slim } = sample;
      return slim;
    });
    return { ...shard, result: { ...result, samples } };
  }

  /** Puts the header in front, and gives the file its name. @throws BadInput where it cannot be written */
  finish(): void {
    const whole = `${this.path}.writing`;
    this.tried(() => {
      writeFileSync(whole, libraryHeader(this.count, this.latest));
      const [from, to] = [openSync(this.lines, "r"), openSync(whole, "a")];
      try {
        const chunk = Buffer.alloc(CHUNK_BYTES);
        for (let read = readSync(from, chunk); read > 0; read = readSync(from, chunk)) writeSync(to, chunk, 0, read);
      } finally {
        closeSync(from);
        closeSync(to);
      }
      renameSync(whole, this.path);
    });
    this.drop();
  }

  /** Removes what was written under another name. */
  drop(): void {
    rmSync(this.lines, { force: true });
    rmSync(`${this.path}.writing`, { force: true });
  }
}
