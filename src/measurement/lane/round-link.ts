// What a lane needs of the others in a lock-step round, whatever carries it.

/** Both waits return undefined where the thread itself could wait. */
export interface RoundLink {
  /**
   * The posteriors of all agents, one row of messageLength each. A lane writes its own rows before `exchange`; after it
   * the rows of every agent that its agents hear are there.
   */
  readonly messages: Float64Array;
  /** Milliseconds spent since the last call in carrying rows, apart from waiting. */
  takeTransportMs(): number;
  /** Bytes of rows that this lane made available to others since the last call: written where all see them, or sent. */
  takeCarriedBytes(): number;
  /** Publishes the own rows; done when the rows that this lane's agents hear can be read. */
  exchange(): Promise<void> | undefined;
  /** Tells that this lane has read everything; done when every lane has. `last` counts from lane 0 alone. */
  finish(last: boolean): Promise<void> | undefined;
  /** Whether lane 0 said in the finished round that it was the last. */
  readonly isLast: boolean;
}
