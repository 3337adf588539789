// Which journey passed in which engine, as a table for the terminal.

/**
 * @typedef {{ engine: string, journeys: readonly { title: string, ok: boolean }[] }} Tried
 * @typedef {{ engine: string, skipped: string }} Skipped why the engine was not tried
 */

/** @param {readonly (Tried | Skipped)[]} engines @returns {string} one line for each journey, and one for each engine that was not tried */
export function engineMatrix(engines) {
  const titles = [
    ...new Set(engines.flatMap((one) => ("journeys" in one ? one.journeys.map(({ title }) => title) : []))),
  ];
  const first = Math.max("journey".length, ...titles.map((title) => title.length));
  const width = Math.max(8, ...engines.map(({ engine }) => engine.length)) + 2;
  const cellOf = (one, title) => {
    if ("skipped" in one) return "skipped";
    const journey = one.journeys.find((known) => known.title === title);
    return journey === undefined ? "–" : journey.ok ? "passed" : "FAILED";
  };
  const line = (name, cells) => `${name.padEnd(first)}${cells.map((cell) => cell.padStart(width)).join("")}`;
  return [
    line(
      "journey",
      engines.map(({ engine }) => engine),
    ),
    ...titles.map((title) =>
      line(
        title,
        engines.map((one) => cellOf(one, title)),
      ),
    ),
    ...engines.flatMap((one) => ("skipped" in one ? [`▲ ${one.engine} was skipped: ${one.skipped}.`] : [])),
  ].join("\n");
}
