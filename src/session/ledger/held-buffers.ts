// Bytes of SharedArrayBuffers and WebAssembly memories that somebody still holds. The browser's own measurement sees no WebAssembly memory.
import type { Replaced } from "./replaced.ts";

const WASM_PAGE_BYTES = 65_536;

/** Bytes that count for as long as what they belong to is held. */
class Held {
  readonly #parts: { readonly of: WeakRef<object>; readonly bytes: number }[] = [];

  readonly add = (of: object, bytes: number): void => {
    this.#parts.push({ of: new WeakRef(of), bytes });
  };

  /** Asked after a garbage collection. */
  get bytes(): number {
    return this.#parts.reduce((sum, { of, bytes }) => sum + (of.deref() === undefined ? 0 : bytes), 0);
  }
}

/** Bytes of all that is made from now on. */
export function sharedBuffers(replaced: Replaced): Held {
  const held = new Held();
  // Absent where the page is not isolated.
  if (typeof SharedArrayBuffer !== "function") return held;
  class CountedBuffer extends SharedArrayBuffer {
    constructor(byteLength = 0, options?: { maxByteLength?: number }) {
      super(byteLength, options);
      held.add(this, byteLength);
    }
  }
  replaced.put(globalThis, "SharedArrayBuffer", () => CountedBuffer);
  return held;
}

/** Bytes of memories that are made from now on, and by which any memory grows. */
export function wasmMemories(replaced: Replaced): Held {
  const held = new Held();
  if (typeof WebAssembly !== "object") return held;
  replaced.put(
    WebAssembly.Memory.prototype,
    "grow",
    (before) =>
      function growBy(this: WebAssembly.Memory, pages: number) {
        const pagesBefore = before.call(this, pages);
        held.add(this, pages * WASM_PAGE_BYTES);
        return pagesBefore;
      },
  );
  class CountedMemory extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      held.add(this, descriptor.initial * WASM_PAGE_BYTES);
    }
  }
  replaced.put(WebAssembly, "Memory", () => CountedMemory);
  return held;
}
