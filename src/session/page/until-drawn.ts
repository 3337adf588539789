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

/** The first for what is drawn at once, and one for each of the two charts that a page shows beside each other. */
const FRAMES = 3;

async function frames(): Promise<void> {
  for (let n = 0; n < FRAMES; n += 1) {
    await frame();
    await idle();
  }
}

/** Resolves after a few frames, each with the first idle moment behind it, or after half a second at most (a hidden tab draws nothing). */
export async function untilDrawn(): Promise<void> {
  const longest = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  await Promise.race([frames(), longest]);
}
