// The two precisions of the kernel: how numbers are written, and the constants and polynomials of each.
import { EPSILON, KEPT_WEIGHT } from "../numerics.ts";
import * as at from "./fields.ts";

export type Precision = "f64" | "f32";

/** Numbers of one precision in memory. */
export interface Format {
  readonly bytes: 4 | 8;
  write(view: DataView<ArrayBuffer>, address: number, value: number): void;
  read(view: DataView<ArrayBuffer>, address: number): number;
  /** The constants, by their place in `fields.ts`; γ is the model's. */
  readonly constants: Readonly<Record<number, number>>;
}

/** Fitted on s² up to (√2 − 1)²/(√2 + 1)², and on |r| up to ½·ln 2; see logarithm.ts and exponential.ts of the kernel. */
const LN_64 = [
  0.6666666666666206, 0.4000000001126354, 0.2857142412022083, 0.22222864249374918, 0.18140107756610346,
  0.1662311658428347,
];
const EXP_64 = [
  0.5, 0.16666666666648156, 0.041666666666651246, 0.008333333353839834, 0.0013888888905973543, 0.0001984120851210209,
  2.480153620505534e-5, 2.7625237795740734e-6, 2.761390867578486e-7,
];
const LN_32 = [0.6666668509542907, 0.39988757716604845, 0.29580985929974424];
const EXP_32 = [0.5, 0.16666576666119928, 0.04166655421298415, 0.008363232883682618, 0.0013926250831497611];

/** The tie of actions, as in the engine. */
const TIE_WIDTH = 1e-8;

function listed(first: number, values: readonly number[]): Record<number, number> {
  return Object.fromEntries(values.map((value, i) => [first + i, value]));
}

const shared = {
  [at.EPSILON]: EPSILON,
  [at.KEPT]: KEPT_WEIGHT,
  [at.ONE]: 1,
  [at.LOG2_E]: Math.LOG2E,
  [at.TIE_WIDTH]: TIE_WIDTH,
  [at.TWO]: 2,
  [at.SQRT_HALF]: Math.SQRT1_2,
  [at.MINUS_INFINITY]: -Infinity,
  [at.TWO_TO_52]: 2 ** 52,
};

/** ln 2 is split so that its product with an exponent is exact in the higher part. */
export const FORMATS: Readonly<Record<Precision, Format>> = {
  f64: {
    bytes: 8,
    write: (view, address, value) => view.setFloat64(address, value, true),
    read: (view, address) => view.getFloat64(address, true),
    constants: {
      ...shared,
      [at.LN2_HIGH]: 0.6931467056274414,
      [at.LN2_LOW]: 4.7493250390316726e-7,
      [at.ROUNDER]: 1.5 * 2 ** 52,
      [at.EXPONENT_BIAS]: 2 ** 52 + 1024,
      [at.EXP_LEAST]: -708,
      ...listed(at.LN_TERMS, LN_64),
      ...listed(at.EXP_TERMS, EXP_64),
    },
  },
  f32: {
    bytes: 4,
    write: (view, address, value) => view.setFloat32(address, value, true),
    read: (view, address) => view.getFloat32(address, true),
    constants: {
      ...shared,
      [at.LN2_HIGH]: 0.69140625,
      [at.LN2_LOW]: 0.0017409306019544601,
      [at.ROUNDER]: 1.5 * 2 ** 23,
      [at.EXPONENT_BIAS]: 128,
      [at.EXP_LEAST]: -87,
      ...listed(at.LN_TERMS, LN_32),
      ...listed(at.EXP_TERMS, EXP_32),
    },
  },
};
