// Places arrays in a memory and remembers what goes into them, so that all is placed before the memory grows and is written after.
import type { Arena } from "./arena.ts";
import type { Format } from "./precision.ts";

type Write = (view: DataView<ArrayBuffer>) => void;

export class Writer {
  readonly #arena: Arena;
  readonly #format: Format;
  readonly #writes: Write[] = [];

  constructor(arena: Arena, format: Format) {
    this.#arena = arena;
    this.#format = format;
  }

  /** Room for `bytes`, left as the memory has it. @returns its address */
  room(bytes: number): number {
    return this.#arena.place(bytes);
  }

  /** Whole numbers of 32 bits. @returns their address */
  words(values: readonly number[]): number {
    const address = this.#arena.place(4 * values.length);
    this.#writes.push((view) => {
      for (const [i, value] of values.entries()) view.setInt32(address + 4 * i, value, true);
    });
    return address;
  }

  /** Numbers in the kernel's precision. @returns their address */
  numbers(values: readonly number[]): number {
    const format = this.#format;
    const address = this.#arena.place(format.bytes * values.length);
    this.#writes.push((view) => {
      for (const [i, value] of values.entries()) format.write(view, address + format.bytes * i, value);
    });
    return address;
  }

  /** Fields of any kind in `bytes` of memory that is 0 elsewhere. @returns their address */
  fields(bytes: number, fill: (fields: FieldWriter) => void): number {
    const address = this.#arena.place(bytes);
    this.#writes.push((view) => {
      for (let i = 0; i < bytes; i += 4) view.setInt32(address + i, 0, true);
      fill(new FieldWriter(view, address, this.#format));
    });
    return address;
  }

  /** Writes everything. Call it after the arena has been committed. */
  flush(view: DataView<ArrayBuffer>): void {
    for (const write of this.#writes.splice(0)) write(view);
  }
}

/** Writes fields one after another, or at places of its own array. */
export class FieldWriter {
  readonly #view: DataView<ArrayBuffer>;
  readonly #base: number;
  readonly #format: Format;
  #at = 0;

  constructor(view: DataView<ArrayBuffer>, base: number, format: Format) {
    this.#view = view;
    this.#base = base;
    this.#format = format;
  }

  word(value: number): void {
    this.#view.setInt32(this.#base + this.#at, value, true);
    this.#at += 4;
  }

  /** A number in the kernel's precision, in 8 bytes whatever it takes. */
  number(value: number): void {
    this.#format.write(this.#view, this.#base + this.#at, value);
    this.#at += 8;
  }

  double(value: number): void {
    this.#view.setFloat64(this.#base + this.#at, value, true);
    this.#at += 8;
  }

  wordAt(offset: number, value: number): void {
    this.#view.setInt32(this.#base + offset, value, true);
  }

  numberAt(offset: number, value: number): void {
    this.#format.write(this.#view, this.#base + offset, value);
  }
}
