// One op of the agents of a block, and of a range of agents that may begin and end within blocks.
import { AT_BACKUP, AT_SUMS, BLOCK_BYTES, IN_CELL, IN_RANDOM, VECTORS } from "../fields";
import { choose } from "./choose";
import { infer } from "./infer";
import { weigh, weighControls } from "./policies";
import { take } from "./take";
import { plan } from "./value";
import { address, field, width } from "./vectors";
import { begin, move, observe } from "./world";

function thinkBlock<F, N>(model: usize, block: usize): void {
  infer<F, N>(model, block, address(model, AT_SUMS));
  plan<F, N>(model);
  weigh<F, N>(model);
}

function stepBlock<F, N>(model: usize, block: usize): void {
  begin<F, N>(model, block);
  observe<F, N>(model, block);
  infer<F, N>(model, block, address(model, AT_SUMS));
  plan<F, N>(model);
  weighControls<F, N>(model);
  choose<F, N>(model, block);
  take<F, N>(model, block);
  move<F, N>(model, block);
}

/** Copies the lanes `from … to − 1` of an array of rows of `size` bytes a lane. */
function copyLanes(target: usize, source: usize, bytes: usize, agents: usize, size: usize, from: usize, to: usize): void {
  const length = (to - from) * size;
  for (let row: usize = 0; row < bytes; row += agents * size) {
    memory.copy(target + row + from * size, source + row + from * size, length);
  }
}

/** Puts agents of a block back to how they were. */
function restore<F, N>(model: usize, block: usize, from: usize, to: usize): void {
  if (from == to) return;
  const agents = <usize>width<F, N>();
  const backup = address(model, AT_BACKUP);
  const random = <usize>field(model, IN_RANDOM);
  const cells = <usize>field(model, IN_CELL);
  copyLanes(block, backup, random, agents, sizeof<F>(), from, to);
  copyLanes(block + random, backup + random, cells - random, agents, 8, from, to);
  copyLanes(block + cells, backup + cells, <usize>field(model, BLOCK_BYTES) - cells, agents, 4, from, to);
}

/** Steps agents `from … to − 1`. Of a block that is only partly among them the others are left as they are. */
function stepAgents<F, N>(model: usize, blocks: usize, from: i32, to: i32): void {
  const agents = width<F, N>();
  const bytes = <usize>field(model, BLOCK_BYTES);
  while (from < to) {
    const first = from % agents;
    const end = min(agents, to - from + first);
    const block = blocks + <usize>(from / agents) * bytes;
    const isWhole = end - first == agents;
    if (!isWhole) memory.copy(address(model, AT_BACKUP), block, bytes);
    stepBlock<F, N>(model, block);
    if (!isWhole) {
      restore<F, N>(model, block, 0, first);
      restore<F, N>(model, block, end, agents);
    }
    from += end - first;
  }
}

export function stepRange<F>(model: usize, blocks: usize, from: i32, to: i32): void {
  const vectors = field(model, VECTORS);
  if (vectors == 4) stepAgents<F, u32>(model, blocks, from, to);
  else if (vectors == 2) stepAgents<F, u16>(model, blocks, from, to);
  else stepAgents<F, u8>(model, blocks, from, to);
}

/** Infers and plans from what the agents of one block have seen. */
export function thinkOf<F>(model: usize, block: usize): void {
  const vectors = field(model, VECTORS);
  if (vectors == 4) thinkBlock<F, u32>(model, block);
  else if (vectors == 2) thinkBlock<F, u16>(model, block);
  else thinkBlock<F, u8>(model, block);
}

/** Chooses the actions of one block, after it has thought. */
export function chooseOf<F>(model: usize, block: usize): void {
  const vectors = field(model, VECTORS);
  if (vectors == 4) choose<F, u32>(model, block);
  else if (vectors == 2) choose<F, u16>(model, block);
  else choose<F, u8>(model, block);
}

/** Takes the actions that stand in one block, after it has thought. */
export function takeOf<F>(model: usize, block: usize): void {
  const vectors = field(model, VECTORS);
  if (vectors == 4) take<F, u32>(model, block);
  else if (vectors == 2) take<F, u16>(model, block);
  else take<F, u8>(model, block);
}
