// What every replacement policy does: it is told of hits and of new entries, and says which entry goes when there is no room.

/** A hash of 64 bits in two halves. One object is filled again and again, so that a step allocates nothing. */
export interface Hash {
  low: number;
  high: number;
}

/** A policy over slots 0 … n − 1. It knows neither keys nor values. No call allocates. */
export interface Replacement {
  /** The entry of this slot was found. */
  hit(slot: number): void;
  /** Which slot a new entry takes; asked only while every slot holds an entry, which then is gone. */
  victim(): number;
  /** This slot holds a new entry. */
  put(slot: number, hash: Hash): void;
  /** Bytes of what it remembers. */
  readonly bytes: number;
}
