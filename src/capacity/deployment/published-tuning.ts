// The published tuning environment: variables of public/reference/published-reference.json, unchanged.

export const publishedTuning: Readonly<Record<string, string>> = {
  PYTHONOPTIMIZE: "1",
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD: "131072",
  GC_THRESHOLD_0: "700",
  GC_THRESHOLD_1: "10",
  GC_THRESHOLD_2: "10",
};

/** What to know about the variables before using them. */
export const publishedTuningNotes: readonly string[] = [
  "Published values, not measured by Headroom. PYTHONOPTIMIZE=1 also removes assert statements.",
  "Python does not read GC_THRESHOLD_n by itself: the program has to pass them to gc.set_threshold.",
  "glibc reads MALLOC_MMAP_THRESHOLD_, with an underscore at the end (mallopt(3)). The published name lacks it, so it has no effect.",
];
