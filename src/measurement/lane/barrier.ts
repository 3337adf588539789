// Where lanes meet: each waits until all have arrived, looking first and then asleep, and for so long at most.

/** Header of 32-bit words, padded to a cache line of its own: lanes arrived, generation; one word is for whoever uses the buffer. */
const HEADER_WORDS = 16;
const ARRIVED = 0;
const GENERATION = 1;
/** A word that the barrier does not touch. */
export const SPARE_WORD = 2;

const BYTES_PER_WORD = Int32Array.BYTES_PER_ELEMENT;

/** Words of the header and of the lanes' arrivals, whole cache lines of both. */
function wordsFor(lanes: number): number {
  return HEADER_WORDS + Math.ceil(lanes / HEADER_WORDS) * HEADER_WORDS;
}

/** Bytes that a barrier takes at the beginning of its buffer. */
export function barrierBytes(lanes: number): number {
  return wordsFor(lanes) * BYTES_PER_WORD;
}

/** A lane whose others are a whole window's grace late is not waited for, so that the window ends with who was missed. */
const WAIT_MOST_MS = 3_000;
const WAIT_MOST_PER_LANE_MS = 25;

/** How long a lane waits for so many at a barrier, ms: less than whoever asked for the window waits for its answer. */
export function waitMostMs(lanes: number): number {
  return WAIT_MOST_MS + lanes * WAIT_MOST_PER_LANE_MS;
}

/** Lanes that a message names; the rest is counted. */
const NAMED_MOST = 3;

/** "Worker 3 did not arrive within 3.1 s." @param lanes that are missed, counted from 0, one at least */
export function missedWords(lanes: readonly number[], waitedMs: number): string {
  const named = lanes.slice(0, NAMED_MOST).map((lane) => lane + 1);
  const further = lanes.length - named.length;
  const who = `${lanes.length === 1 ? "Worker" : "Workers"} ${named.join(", ")}${further === 0 ? "" : ` and ${further} more`}`;
  return `${who} did not arrive within ${(waitedMs / 1_000).toFixed(1)} s. The round cannot go on without ${lanes.length === 1 ? "it" : "them"}.`;
}

/** Tells the processor that a thread spins, which leaves more of a shared core to its sibling; absent in older browsers. */
const pause: unknown = Reflect.get(Atomics, "pause");
const spinOnce = typeof pause === "function" ? (): unknown => Reflect.apply(pause, Atomics, []) : (): void => undefined;

export interface BarrierOptions {
  /** Its first barrierBytes(lanes) bytes are the barrier's, and 0 before the first lane arrives. */
  readonly buffer: SharedArrayBuffer;
  readonly lanes: number;
  readonly lane: number;
  /** How often to look before sleeping. */
  readonly spins: number;
  readonly waitMostMs: number;
}

/**
 * A barrier that counts generations: the last lane to arrive opens the next one and wakes the others.
 * @returns waits until all lanes have arrived; throws when they have not within the bound, naming who is missed
 */
export function createBarrier({ buffer, lanes, lane, spins, waitMostMs: most }: BarrierOptions): () => void {
  const words = new Int32Array(buffer, 0, wordsFor(lanes));
  const own = HEADER_WORDS + lane;

  function missed(generation: number): number[] {
    const all = Array.from({ length: lanes }, (_, other) => other);
    return all.filter((other) => Atomics.load(words, HEADER_WORDS + other) === generation);
  }

  function sleep(generation: number): void {
    while (Atomics.load(words, GENERATION) === generation) {
      const woken = Atomics.wait(words, GENERATION, generation, most);
      if (woken === "timed-out" && Atomics.load(words, GENERATION) === generation) {
        throw new Error(missedWords(missed(generation), most));
      }
    }
  }

  return () => {
    const generation = Atomics.load(words, GENERATION);
    // Behind the count: a lane that is counted has its word written.
    Atomics.store(words, own, (generation + 1) | 0);
    if (Atomics.add(words, ARRIVED, 1) + 1 === lanes) {
      Atomics.store(words, ARRIVED, 0);
      Atomics.add(words, GENERATION, 1);
      Atomics.notify(words, GENERATION);
      return;
    }
    for (let look = 0; look < spins; look += 1) {
      if (Atomics.load(words, GENERATION) !== generation) return;
      spinOnce();
    }
    sleep(generation);
  };
}
