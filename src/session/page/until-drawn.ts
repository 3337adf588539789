// Waits until the page has drawn its news, so that drawing falls between measured windows and never into them.

const LONGEST_WAIT_MS = 500;

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callback; a tenth of a second covers a slow drawing there.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve());
    else setTimeout(resolve, 100);
  });
}

/** Resolves after the next frame and the first idle moment behind it, or after half a second at most (a hidden tab draws nothing). */
export async function untilDrawn(): Promise<void> {
  const longest = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  const drawn = frame().then(idle).then(frame).then(idle);
  await Promise.race([drawn, longest]);
}
