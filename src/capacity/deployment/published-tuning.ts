// Holds the published tuning environment: variables of public/reference/published-reference.json, as they stand there.

export const publishedTuning: Readonly<Record<string, string>> = {
  PYTHONOPTIMIZE: "1",
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD: "131072",
  GC_THRESHOLD_0: "700",
  GC_THRESHOLD_1: "10",
  GC_THRESHOLD_2: "10",
};

/** What to know about them before trusting them. */
export const publishedTuningNotes: readonly string[] = [
  "Published values, unmeasured here. PYTHONOPTIMIZE=1 also removes assert statements.",
  "Python reads no GC_THRESHOLD_n by itself: the program has to hand them to gc.set_threshold.",
  "glibc reads MALLOC_MMAP_THRESHOLD_ with an underscore at its end (mallopt(3)); the published name lacks it and changes nothing.",
];
