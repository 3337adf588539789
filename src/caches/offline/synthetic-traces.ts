// Traces with known answers: what policies are held to theory on.

/** Uniform in [0, 1). */
type Random = () => number;

/** The probabilities of a Zipf law: the k-th of the keys is asked for in proportion to 1/k^exponent. */
export function zipfProbabilities(keys: number, exponent: number): number[] {
  const weights = Array.from({ length: keys }, (_, k) => (k + 1) ** -exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Independent requests. */
export function drawnRequests(probabilities: readonly number[], length: number, random: Random): number[] {
  const upTo = new Float64Array(probabilities.length);
  probabilities.reduce((sum, p, k) => (upTo[k] = sum + p), 0);
  return Array.from({ length }, () => {
    const drawn = random();
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 1) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

export function uniformRequests(keys: number, length: number, random: Random): number[] {
  return Array.from({ length }, () => Math.floor(random() * keys));
}

/** The same keys in the same order again and again. */
export function loopRequests(keys: number, length: number): number[] {
  return Array.from({ length }, (_, at) => at % keys);
}

/** Every key is new. */
export function scanRequests(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

/** A Zipf law whose favourites are others after each phase. */
export function phaseRequests(keys: number, length: number, phases: number, random: Random): number[] {
  const drawn = drawnRequests(zipfProbabilities(keys, 1), length, random);
  return drawn.map((key, at) => (key + Math.floor((at * phases) / length) * keys) | 0);
}
