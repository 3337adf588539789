// Memory, vectors, ln and e^x of the oracle: the kernel's formulas over BITS at once, term by term, so that bits are the same.
//
// In WebAssembly the image is the memory itself, from its first byte on.
#include <stdint.h>
#include "kernel-fields.h"

// Needs no library: compilers make a copy of known size themselves.
#define memcpy __builtin_memcpy

enum { BYTES = BITS / 8, LANES = 8, VECTORS_HERE = 64 / BYTES };
typedef double V __attribute__((vector_size(BYTES)));
typedef int64_t I __attribute__((vector_size(BYTES)));
typedef uint64_t U __attribute__((vector_size(BYTES)));

#ifdef __wasm__
#define mem ((uint8_t *)0)
#else
static uint8_t *mem;
#endif
static uint32_t model;

static inline int32_t word(uint32_t at) { int32_t x; memcpy(&x, mem + at, 4); return x; }
static inline void setWord(uint32_t at, int32_t x) { memcpy(mem + at, &x, 4); }
static inline uint32_t field(uint32_t f) { return (uint32_t)word(model + f); }
static inline double number(uint32_t at) { double x; memcpy(&x, mem + at, 8); return x; }
static inline double constant(uint32_t place) { return number(model + HEADER_BYTES + 8 * place); }
static inline V load(uint32_t at) { V v; memcpy(&v, mem + at, BYTES); return v; }
static inline void store(uint32_t at, V v) { memcpy(mem + at, &v, BYTES); }
static inline V all(double x) { return x - (V){0}; }
static inline V pick(I mask, V a, V b) { return (V)(((I)a & mask) | ((I)b & ~mask)); }
static inline V keep(V w, V threshold) { return (V)((I)w & (w > threshold)); }

static inline V ln(V x) {
  const int64_t two = 0x4000000000000000, half = 0x3fe6a09e667f3bcd, high = (int64_t)0xfff0000000000000, raised = 0x4330000000000000;
  I lifted = (I)x + two, bits = lifted - half;
  V e = (V)((I)((U)bits >> 52) | raised) - constant(EXPONENT_BIAS);
  V m = (V)(lifted - (bits & high));
  V s = (m - 1.0) / (m + 1.0), z = s * s, z2 = z * z;
  V p = constant(LN_TERMS + 1) * z + constant(LN_TERMS);
  V middle = constant(LN_TERMS + 3) * z + constant(LN_TERMS + 2);
  V top = constant(LN_TERMS + 5) * z + constant(LN_TERMS + 4);
  p = (top * z2 + middle) * z2 + p;
  V small = (s * z) * p + e * constant(LN2_LOW);
  return e * constant(LN2_HIGH) + ((s + s) + small);
}

static inline V expOf(V x) {
  double rounder = constant(ROUNDER);
  V raised = x * constant(LOG2_E) + rounder, n = raised - rounder;
  V r = x - n * constant(LN2_HIGH);
  r = r - n * constant(LN2_LOW);
  V r2 = r * r;
  V q = constant(EXP_TERMS + 1) * r + constant(EXP_TERMS);
  V next = constant(EXP_TERMS + 3) * r + constant(EXP_TERMS + 2);
  V third = constant(EXP_TERMS + 5) * r + constant(EXP_TERMS + 4);
  V last = constant(EXP_TERMS + 7) * r + constant(EXP_TERMS + 6);
  last = constant(EXP_TERMS + 8) * r2 + last;
  next = (last * r2 + third) * r2 + next;
  q = next * r2 + q;
  V power = (r2 * q + r) + 1.0;
  I scaled = (I)power + ((I)raised << 52);
  return (V)(scaled & (x >= constant(EXP_LEAST)));
}
