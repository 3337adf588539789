// The kernel's algorithm in C, over an image of the kernel's memory: what other compilers make of the same step, at a chosen width.
//
// A block's state has 64 bytes (8 agents in f64), in vectors of BITS: 128, 256 or 512. It is the measure of
// `npm run bench:kernel -- --native`, never shipped. Addresses are places in the image. It exports `step` and needs no library:
// kernel-oracle-main.c makes a program of it, and clang a module of WebAssembly.
#include "kernel-oracle-vectors.h"

static inline uint64_t rotated(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

static double draw(uint32_t state, uint32_t second) {
  uint64_t s0, s1;
  memcpy(&s0, mem + state, 8);
  memcpy(&s1, mem + state + second, 8);
  uint64_t high = (s0 + s1) & 0x3ffffff, a = s0 ^ s1;
  s0 = rotated(s0, 24) ^ a ^ (a << 16);
  s1 = rotated(a, 37);
  uint64_t low = (s0 + s1) & 0x7ffffff;
  a = s0 ^ s1;
  s0 = rotated(s0, 24) ^ a ^ (a << 16);
  s1 = rotated(a, 37);
  memcpy(mem + state, &s0, 8);
  memcpy(mem + state + second, &s1, 8);
  return (double)high * 0x1p-26 + (double)low * 0x1p-53;
}

static int32_t chosenOf(uint32_t row, double uniform) {
  int32_t count = word(row), at = 0;
  for (int32_t k = 0; k < count - 1; k++) at += uniform >= number(row + 8 + 8 * k);
  return word(row + 8 + 8 * count + 4 * at);
}

static void beginAndObserve(uint32_t block) {
  uint32_t states = field(STATES), random = block + field(IN_RANDOM), table = field(AT_SIGHTS);
  for (uint32_t lane = 0; lane < LANES; lane++) {
    uint32_t left = block + field(IN_STEPS_LEFT) + 4 * lane, cell = block + field(IN_CELL) + 4 * lane;
    if (word(left) == 0) {
      int32_t drawn = (int32_t)(draw(random + 8 * lane, 8 * LANES) * states);
      int32_t place = word(field(AT_START) + 4 * drawn);
      double even = 1.0 / (states + 1), twice = 2.0 / (states + 1);
      for (uint32_t s = 0; s < states; s++) memcpy(mem + block + 64 * s + 8 * lane, s == (uint32_t)place ? &twice : &even, 8);
      setWord(cell, place);
      setWord(left, field(EPISODE_STEPS));
    }
    setWord(left, word(left) - 1);
    uint32_t row = (uint32_t)word(table + 4 + 4 * word(cell));
    setWord(block + field(IN_OBSERVATION) + 4 * lane, chosenOf(row, draw(random + 8 * lane, 8 * LANES)));
  }
}

static void infer(uint32_t block) {
  uint32_t classes = field(CLASSES), states = field(STATES), bytes = 64 * states, source = field(AT_SOURCE);
  uint32_t posterior = block + field(IN_POSTERIOR);
  double seen[LANES];
  V total[VECTORS_HERE] = {0};
  for (uint32_t c = 0, s = 0; c < classes; c++) {
    for (uint32_t lane = 0; lane < LANES; lane++)
      seen[lane] = number(field(AT_LIKELIHOOD) + 8 * (word(block + field(IN_OBSERVATION) + 4 * lane) * classes + c));
    V l[VECTORS_HERE];
    memcpy(l, seen, 64);
    for (uint32_t end = word(field(AT_CLASS_END) + 4 * c); s < end; s++) {
      for (uint32_t v = 0; v < VECTORS_HERE; v++) {
        V w = (load(block + 64 * s + BYTES * v) + constant(EPSILON)) * l[v];
        total[v] += w;
        store(source + 64 * s + BYTES * v, w);
      }
    }
  }
  for (uint32_t v = 0; v < VECTORS_HERE; v++) {
    V scale = 1.0 / total[v];
    for (uint32_t at = BYTES * v; at < bytes; at += 64) store(posterior + at, load(source + at) * scale);
  }
}

static void makeSource(uint32_t from, uint32_t source, uint32_t bytes) {
  uint32_t copies = field(COPIES);
  for (uint32_t at = 0; at < bytes; at += BYTES) {
    V w = load(from + at);
    store(source + at, w);
    for (uint32_t k = 0; k < copies; k++) store(source + (k + 1) * bytes + at, w * number(field(AT_COPY_VALUES) + 8 * k));
  }
}

static uint32_t addRows(uint32_t rows, uint32_t source, uint32_t target, uint32_t sums) {
  V threshold = all(constant(KEPT)), kept[VECTORS_HERE] = {0}, whole[VECTORS_HERE] = {0};
  int32_t ones = word(rows), twos = word(rows + 4);
  rows += 12;
  for (uint32_t end = rows + 8 * ones; rows < end; rows += 8) {
    uint32_t a = source + word(rows + 4), to = target + word(rows);
    for (uint32_t v = 0; v < VECTORS_HERE; v++) {
      V w = load(a + BYTES * v);
      if (target) store(to + BYTES * v, w);
      whole[v] += w;
      kept[v] += keep(w, threshold);
    }
  }
  for (uint32_t end = rows + 12 * twos; rows < end; rows += 12) {
    uint32_t a = source + word(rows + 4), b = source + word(rows + 8), to = target + word(rows);
    for (uint32_t v = 0; v < VECTORS_HERE; v++) {
      V w = load(a + BYTES * v) + load(b + BYTES * v);
      if (target) store(to + BYTES * v, w);
      whole[v] += w;
      kept[v] += keep(w, threshold);
    }
  }
  for (uint32_t v = 0; v < VECTORS_HERE; v++) {
    store(sums + BYTES * v, kept[v]);
    store(sums + 64 + BYTES * v, whole[v]);
  }
  return rows;
}

static void valueNode(uint32_t sums, uint32_t column, uint32_t target) {
  uint32_t classes = field(CLASSES), row = field(AT_OUTCOME_ROWS);
  V whole = all(0), gain = all(0);
  for (uint32_t c = 0; c < classes; c++) {
    V kept = load(sums + 128 * c);
    whole += kept;
    gain = kept * number(field(AT_NEGATIVE_ENTROPY) + 8 * c) + gain;
    gain = load(sums + 128 * c + 64) * number(column + 8 * c) + gain;
  }
  for (uint32_t o = field(OUTCOMES); o > 0; o--) {
    uint32_t end = row + 16 + 16 * word(row);
    V expected = whole * number(row + 8);
    for (row += 16; row < end; row += 16) expected = load(sums + word(row)) * number(row + 8) + expected;
    gain = gain - expected * ln(expected + constant(EPSILON));
  }
  store(target, gain);
}

static void plan(void) {
  uint32_t record = field(AT_PREDICTIONS), sums = field(AT_SUMS), source = field(AT_SOURCE);
  for (uint32_t p = field(PREDICTIONS); p > 0; p--) {
    uint32_t expanded = word(record), target = word(record + 4), rows = word(record + 8);
    if (expanded) makeSource(expanded, source, 64 * field(STATES));
    for (uint32_t c = 0; c < field(CLASSES); c++) rows = addRows(rows, source, target, sums + 128 * c);
    for (uint32_t v = 0; v < 64; v += BYTES) valueNode(sums + v, word(record + 20), field(AT_NODE_VALUE) + word(record + 16) + v);
    record += 24;
  }
}

static void weighAndChoose(uint32_t from, const double *uniforms, double *actions) {
  uint32_t controls = field(CONTROLS), weights = field(AT_POLICY_VALUE) + from, sums = field(AT_POLICY_WEIGHT) + from, values = field(AT_NODE_VALUE) + from;
  V most = load(values), marginal[16];
  for (uint32_t n = 1; n < field(NODES); n++) { V v = load(values + 64 * n); most = pick(v > most, v, most); }
  for (uint32_t n = 0; n < field(NODES); n++) store(weights + 64 * n, expOf(constant(GAMMA) * (load(values + 64 * n) - most)));
  uint32_t prefixes = field(POLICIES), tree = field(AT_TREE);
  for (uint32_t level = controls; level < prefixes; level *= controls) tree += 4 * level;
  for (int isLast = 1; prefixes > controls; isLast = 0) {
    uint32_t above = prefixes / controls;
    for (uint32_t p = 0; p < above; p++) {
      V sum = all(0);
      for (uint32_t u = p * controls; u < (p + 1) * controls; u++) {
        V w = load(weights + word(tree + 4 * u));
        sum = isLast ? sum + w : w * load(sums + 64 * u) + sum;
      }
      store(sums + 64 * p, sum);
    }
    prefixes = above;
    tree -= 4 * prefixes;
  }
  V total = all(0), largest = all(0);
  for (uint32_t u = 0; u < controls; u++) {
    V w = load(weights + word(tree + 4 * u));
    marginal[u] = field(POLICY_LENGTH) == 1 ? w : w * load(sums + 64 * u);
    total = u == 0 ? marginal[u] : total + marginal[u];
  }
  V scale = 1.0 / total;
  for (uint32_t u = 0; u < controls; u++) {
    marginal[u] *= scale;
    largest = pick(marginal[u] > largest, marginal[u], largest);
  }
  V relative = 1.0 / (largest + constant(EPSILON)), sum = all(0), number = all(0), last = all(0), chosen = all(0), uniform;
  memcpy(&uniform, uniforms + from / 8, BYTES);
  for (uint32_t u = 0; u < controls; u++) {
    V x = (marginal[u] + constant(EPSILON)) * relative, w = x, square = x;
    for (uint32_t rest = field(ALPHA) - 1; rest > 0; rest >>= 1, square *= square) if (rest & 1) w *= square;
    sum += w;
    marginal[u] = sum;
    last = pick(w > 0.0, number, last);
    number += 1.0;
  }
  for (uint32_t u = 0; u < controls; u++) chosen += pick(uniform * sum >= marginal[u], all(1), all(0));
  chosen = pick(chosen < last, chosen, last);
  memcpy(actions + from / 8, &chosen, BYTES);
}

static void takeAndMove(uint32_t block) {
  uint32_t states = field(STATES);
  for (uint32_t lane = 0; lane < LANES; lane++) {
    int32_t action = word(block + field(IN_ACTION) + 4 * lane);
    uint32_t kept = word(field(AT_NEXT_PRIOR) + 4 * action), from = (kept ? kept : block + field(IN_POSTERIOR)) + 8 * lane;
    for (uint32_t s = 0; s < states; s++) memcpy(mem + block + 64 * s + 8 * lane, mem + from + 64 * s, 8);
    uint32_t cell = block + field(IN_CELL) + 4 * lane;
    uint32_t row = word(field(AT_MOVES) + 4 + 4 * (word(cell) * field(CONTROLS) + action));
    setWord(cell, chosenOf(row, draw(block + field(IN_RANDOM) + 8 * lane, 8 * LANES)));
  }
}

/** One op of all agents. `agents` is a multiple of LANES. */
void step(uint32_t described, uint32_t blocks, uint32_t agents) {
  model = described;
  for (uint32_t b = 0; b < agents / LANES; b++) {
    uint32_t block = blocks + b * field(BLOCK_BYTES);
    beginAndObserve(block);
    infer(block);
    makeSource(block + field(IN_POSTERIOR), field(AT_SOURCE), 64 * field(STATES));
    plan();
    double uniforms[LANES], actions[LANES];
    for (uint32_t lane = 0; lane < LANES; lane++) uniforms[lane] = draw(block + field(IN_RANDOM) + 8 * lane, 8 * LANES);
    for (uint32_t from = 0; from < 64; from += BYTES) weighAndChoose(from, uniforms, actions);
    for (uint32_t lane = 0; lane < LANES; lane++) setWord(block + field(IN_ACTION) + 4 * lane, (int32_t)actions[lane]);
    takeAndMove(block);
  }
}
