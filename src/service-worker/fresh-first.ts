// An answer from the network where there is one, else the copy that was kept.

/** A server that is there but in trouble: what was kept serves better. */
const TROUBLE = 500;

/**
 * @param network the answer that was asked for
 * @param kept finds the copy
 * @param waitMs after so long the copy is taken where there is one; null waits as long as the network does
 * @returns rejects as the network does where there is no copy
 */
export async function freshFirst(
  network: Promise<Response>,
  kept: () => Promise<Response | undefined>,
  waitMs: number | null,
): Promise<Response> {
  const answered = network.then(
    (answer) => (answer.status >= TROUBLE ? null : answer),
    () => null,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    if (waitMs !== null) timer = setTimeout(resolve, waitMs, null);
  });
  const first = await Promise.race([answered, late]);
  clearTimeout(timer);
  return first ?? (await kept()) ?? network;
}
