// What LRU and FIFO find of independent requests, in closed form.

/** The root of a rising function, by bisection over times up to where it is reached. */
function timeAt(occupied: (time: number) => number, slots: number): number {
  let high = 1;
  while (occupied(high) < slots && high < 1e18) high *= 2;
  let low = 0;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (occupied(middle) < slots) low = middle;
    else high = middle;
  }
  return high;
}

const sumOver = (probabilities: readonly number[], of: (p: number) => number): number =>
  probabilities.reduce((sum, p) => sum + of(p), 0);

/**
 * The hit rate of LRU by Che's approximation: an entry stays for about the same time T, with Σ (1 − e^(−pT)) = slots.
 * Source: Che, Tung and Wang, Hierarchical Web caching systems, 2002.
 * @param probabilities of all keys, summing to 1 @param slots fewer than the keys
 */
export function lruByTheory(probabilities: readonly number[], slots: number): number {
  const time = timeAt((t) => sumOver(probabilities, (p) => 1 - Math.exp(-p * t)), slots);
  return sumOver(probabilities, (p) => p * (1 - Math.exp(-p * time)));
}

/**
 * The hit rate of FIFO likewise: a key is held for the share pT / (1 + pT) of the time.
 * Source: Martina, Garetto and Leonardi, A unified approach to the performance analysis of caching systems, 2014.
 */
export function fifoByTheory(probabilities: readonly number[], slots: number): number {
  const time = timeAt((t) => sumOver(probabilities, (p) => (p * t) / (1 + p * t)), slots);
  return sumOver(probabilities, (p) => (p * p * time) / (1 + p * time));
}
