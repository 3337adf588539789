// Writes the rows of a benchmark as JUnit XML, one test case each, for CI systems that show such files.

const entities = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&apos;" };

/** Without control characters, which XML forbids. */
function escaped(text) {
  return text.replaceAll(/\p{Cc}/gu, " ").replaceAll(/[<>&"']/g, (character) => entities[character]);
}

/**
 * @param {string} suite name
 * @param {{ name: string, seconds: number, figures: string, problem: string | null }[]} cases
 */
export function junitOf(suite, cases) {
  const failures = cases.filter(({ problem }) => problem !== null).length;
  const body = cases.map(({ name, seconds, figures, problem }) => {
    const inside =
      problem === null
        ? `<system-out>${escaped(figures)}</system-out>`
        : `<failure message="${escaped(problem)}">${escaped(problem)}</failure>`;
    return `  <testcase classname="${escaped(suite)}" name="${escaped(name)}" time="${seconds.toFixed(3)}">${inside}</testcase>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="${escaped(suite)}" tests="${cases.length}" failures="${failures}">\n${body.join("\n")}\n</testsuite>\n`;
}
