// A memory that several kernels may share, given out in exact bytes: everything is placed first, then the memory grows once, then it is written.

/** What of a `WebAssembly.Memory` is needed. Growing detaches every view of the buffer before. */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
  /** @returns pages before; throws a RangeError when there is no room */
  grow(pages: number): number;
}

const PAGE = 65_536;
const ALIGNMENT = 16;
/** Address 0 stands for "none", so nothing is placed there. */
const FIRST = 64;

/** Gives out addresses of one memory, from the lowest up. Nothing is given back. */
export class Arena {
  readonly memory: LinearMemory;
  #end = FIRST;

  constructor(memory: LinearMemory) {
    this.memory = memory;
  }

  /** Bytes given out, with what alignment left between. */
  get bytes(): number {
    return this.#end - FIRST;
  }

  /** Room for `bytes` at a multiple of 16. The memory does not grow yet. @returns its address */
  place(bytes: number): number {
    const address = this.#end;
    this.#end = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    return address;
  }

  /** Grows the memory to what was placed, at most once. @throws RangeError when the memory cannot grow as far */
  commit(): void {
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }
}

/** Numbers of a memory, made anew after the memory has grown: a view of the buffer before has no length any more. */
export class Views {
  readonly #memory: LinearMemory;
  readonly #bytes: 4 | 8;
  #view: DataView<ArrayBuffer>;
  #floats: Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

  /** @param bytes of one number */
  constructor(memory: LinearMemory, bytes: 4 | 8) {
    this.#memory = memory;
    this.#bytes = bytes;
    this.#view = new DataView(memory.buffer);
    this.#floats = this.#floatsOf(memory.buffer);
  }

  get data(): DataView<ArrayBuffer> {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    return this.#view;
  }

  /** The whole memory as numbers in the kernel's precision. */
  get floats(): Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> {
    if (this.#floats.buffer !== this.#memory.buffer) this.#floats = this.#floatsOf(this.#memory.buffer);
    return this.#floats;
  }

  #floatsOf(buffer: ArrayBuffer): Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> {
    return this.#bytes === 8 ? new Float64Array(buffer) : new Float32Array(buffer);
  }
}
