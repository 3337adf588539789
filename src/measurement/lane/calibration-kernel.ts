// The independent kernel that measures parallel capacity: plain arithmetic in first-level cache, no messages.

const SIZE = 32;

/**
 * A kernel with an instruction mix like inference: a 32×32 matrix times a vector, normalised, with one logarithm.
 * @returns a function that does one iteration and returns a number to keep the work alive
 */
export function createCalibrationKernel(): () => number {
  const matrix = Float64Array.from({ length: SIZE * SIZE }, (_, i) => 1 + ((i * 7919) % 101) / 101);
  const vector = new Float64Array(SIZE).fill(1 / SIZE);
  const product = new Float64Array(SIZE);
  return () => {
    let sum = 0;
    for (let row = 0; row < SIZE; row += 1) {
      let dot = 0;
      for (let column = 0; column < SIZE; column += 1)
        dot += (matrix[row * SIZE + column] ?? 0) * (vector[column] ?? 0);
      product[row] = dot;
      sum += dot;
    }
    for (let row = 0; row < SIZE; row += 1) vector[row] = (product[row] ?? 0) / sum;
    return Math.log(sum);
  };
}
