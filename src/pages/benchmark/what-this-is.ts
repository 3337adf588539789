// What Headroom is, in the one sentence at the top of the front page.

/** index.html says it too, before any code is there. */
export const WHAT_THIS_IS =
  "Headroom measures in this browser how many active-inference agents a machine runs, and plans from it.";
