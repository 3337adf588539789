// The kernel in f64: what a module of this precision exports. Each function takes the address of a model's descriptor.
import { exp } from "./exponential";
import { ln } from "./logarithm";
import { chainsOf, triadOf } from "./roof";
import { chooseOf, stepRange, takeOf, thinkOf } from "./step";

type F = f64;

/** One op of the agents `from … to − 1` of the blocks at `blocks`. */
export function step(model: usize, blocks: usize, from: i32, to: i32): void {
  stepRange<F>(model, blocks, from, to);
}

/** The parts of an op of one block between seeing and moving, for those who give observations and actions themselves. */
export function think(model: usize, block: usize): void {
  thinkOf<F>(model, block);
}

export function choose(model: usize, block: usize): void {
  chooseOf<F>(model, block);
}

export function take(model: usize, block: usize): void {
  takeOf<F>(model, block);
}

/** ln and e^x of `bytes` of numbers in place, so that their accuracy can be tested. `bytes` is a multiple of 16. */
export function logarithms(model: usize, at: usize, bytes: usize): void {
  for (const end = at + bytes; at < end; at += 16) v128.store(at, ln<F>(model, v128.load(at)));
}

export function exponentials(model: usize, at: usize, bytes: usize): void {
  for (const end = at + bytes; at < end; at += 16) v128.store(at, exp<F>(model, v128.load(at)));
}

/** The two probes of the roofline: rounds of multiply-add chains, and a triad over memory. */
export function chains(at: usize, rounds: i32): void {
  chainsOf<F>(at, rounds);
}

export function triad(at: usize, bytes: usize): void {
  triadOf<F>(at, bytes);
}
