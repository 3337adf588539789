// Reads an all-to-all round: what each receiver makes of every other agent's posterior.

/**
 * Each receiver i gets, per state, the sum over senders j ≠ i of message j: the expected number of other agents there.
 *
 * Every message is really read by every receiver, as in a round between separate agents: a shared total minus the
 * receiver's own message would be cheaper and would measure something else. Receivers are taken four at a time and
 * senders four at a time, so that one load serves four sums. Senders that a block must leave out (the receiver
 * itself) are added one by one, so self is excluded exactly.
 *
 * @param messages row per sender, senderCount × messageLength.
 * @param firstReceiver index among the senders of `receivers[0]`; receivers are consecutive.
 * @param receivers occupancy arrays of messageLength numbers, overwritten.
 * @returns how many messages were read, all receivers together
 */
export function readMessages(
  messages: Float64Array,
  messageLength: number,
  senderCount: number,
  firstReceiver: number,
  receivers: readonly Float64Array[],
): number {
  let read = 0;
  const blocked = receivers.length - (receivers.length % 4);
  for (let r = 0; r < blocked; r += 4) {
    const [a, b, c, d] = [receivers[r], receivers[r + 1], receivers[r + 2], receivers[r + 3]];
    if (a === undefined || b === undefined || c === undefined || d === undefined) return read;
    read += readFour(messages, messageLength, senderCount, firstReceiver + r, a, b, c, d);
  }
  for (let r = blocked; r < receivers.length; r += 1) {
    const receiver = receivers[r];
    if (receiver === undefined) return read;
    receiver.fill(0);
    read += addSenders(messages, messageLength, 0, firstReceiver + r, receiver);
    read += addSenders(messages, messageLength, firstReceiver + r + 1, senderCount, receiver);
  }
  return read;
}

/** Receivers `first .. first + 4`: all senders outside the block in fours, then the block's own without self. */
function readFour(
  messages: Float64Array,
  length: number,
  senderCount: number,
  first: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): number {
  a.fill(0);
  b.fill(0);
  c.fill(0);
  d.fill(0);
  let read = addToFour(messages, length, 0, first, a, b, c, d);
  read += addToFour(messages, length, first + 4, senderCount, a, b, c, d);
  const w = first * length;
  const x = w + length;
  const y = x + length;
  const z = y + length;
  for (let s = 0; s < length; s += 1) {
    const fromA = messages[w + s] ?? 0;
    const fromB = messages[x + s] ?? 0;
    const fromC = messages[y + s] ?? 0;
    const fromD = messages[z + s] ?? 0;
    a[s] = (a[s] ?? 0) + fromB + fromC + fromD;
    b[s] = (b[s] ?? 0) + fromA + fromC + fromD;
    c[s] = (c[s] ?? 0) + fromA + fromB + fromD;
    d[s] = (d[s] ?? 0) + fromA + fromB + fromC;
  }
  return read + 4 * 3;
}

/** Adds senders `from .. to` to four receivers; returns how many messages that is. */
function addToFour(
  messages: Float64Array,
  length: number,
  from: number,
  to: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): number {
  let sender = from;
  for (; sender + 4 <= to; sender += 4) {
    const w = sender * length;
    const x = w + length;
    const y = x + length;
    const z = y + length;
    for (let s = 0; s < length; s += 1) {
      const first = messages[w + s] ?? 0;
      const second = messages[x + s] ?? 0;
      const third = messages[y + s] ?? 0;
      const fourth = messages[z + s] ?? 0;
      a[s] = (a[s] ?? 0) + first + second + third + fourth;
      b[s] = (b[s] ?? 0) + first + second + third + fourth;
      c[s] = (c[s] ?? 0) + first + second + third + fourth;
      d[s] = (d[s] ?? 0) + first + second + third + fourth;
    }
  }
  for (; sender < to; sender += 1) {
    const w = sender * length;
    for (let s = 0; s < length; s += 1) {
      const message = messages[w + s] ?? 0;
      a[s] = (a[s] ?? 0) + message;
      b[s] = (b[s] ?? 0) + message;
      c[s] = (c[s] ?? 0) + message;
      d[s] = (d[s] ?? 0) + message;
    }
  }
  return 4 * (sender - from);
}

/** Adds senders `from .. to` to one receiver, four at a time; returns how many messages that is. */
function addSenders(messages: Float64Array, length: number, from: number, to: number, receiver: Float64Array): number {
  let sender = from;
  for (; sender + 4 <= to; sender += 4) {
    const w = sender * length;
    const x = w + length;
    const y = x + length;
    const z = y + length;
    for (let s = 0; s < length; s += 1) {
      const sum = (messages[w + s] ?? 0) + (messages[x + s] ?? 0) + (messages[y + s] ?? 0) + (messages[z + s] ?? 0);
      receiver[s] = (receiver[s] ?? 0) + sum;
    }
  }
  for (; sender < to; sender += 1) {
    const w = sender * length;
    for (let s = 0; s < length; s += 1) receiver[s] = (receiver[s] ?? 0) + (messages[w + s] ?? 0);
  }
  return sender - from;
}
