// Reads a selector: a metric's name, or {__name__="…"}, with matchers.
import { isPlainMetric, type Matcher, type MatchOperator, type Selector } from "./condition.ts";
import { compilePattern } from "./pattern.ts";
import type { Reader } from "./reader.ts";

const MATCHERS_MOST = 100;
const OPERATORS: readonly MatchOperator[] = ["=~", "!~", "!=", "="];

function matcherAt(reader: Reader): Matcher {
  const label = reader.token;
  if (label.kind === "string")
    throw reader.beyond(`The quoted label name ${reader.shown}, which only Prometheus 3 reads,`);
  if (label.kind !== "name" || label.text.includes(":")) throw reader.invalid(`${reader.shown} is no label name`);
  reader.next();
  const operator = OPERATORS.find((one) => reader.at(one));
  if (operator === undefined) {
    throw reader.invalid(`After the label ${label.text} stands ${reader.shown}: write =, !=, =~ or !~ and a string`);
  }
  reader.next();
  const value = reader.token;
  if (value.kind !== "string") throw reader.invalid(`${reader.shown} is no string: write the value in quotes`);
  if (operator === "=~" || operator === "!~") {
    const compiled = compilePattern(value.value);
    if (compiled.state === "refused") throw reader.invalid(compiled.message.replace(/\.$/, ""));
  }
  reader.next();
  return { label: label.text, operator, value: value.value };
}

function matchersAt(reader: Reader): readonly Matcher[] {
  if (!reader.at("{")) return [];
  reader.next();
  const matchers: Matcher[] = [];
  while (!reader.at("}")) {
    matchers.push(matcherAt(reader));
    if (matchers.length > MATCHERS_MOST) throw reader.beyond(`A selector with more than ${MATCHERS_MOST} matchers`);
    if (reader.at(",")) reader.next();
    else if (!reader.at("}")) throw reader.invalid(`${reader.shown} stands in place of "," or "}"`);
  }
  reader.next();
  return matchers;
}

function nameAt(reader: Reader): string | null {
  const { token } = reader;
  if (token.kind !== "name") return null;
  if (reader.following === "(") throw reader.beyond(`The function ${token.text}(…)`);
  if (/^(by|without)$/i.test(reader.following))
    throw reader.beyond(`The aggregation ${token.text} ${reader.following}`);
  if (!isPlainMetric(token.text)) throw reader.invalid(`"${token.text}" is a word of PromQL, and no metric`);
  reader.next();
  return token.text;
}

/**
 * Reads a selector at the reader's token. Throws Refusal.
 * A selector without a metric's exact name may be PromQL, but is refused: what it finds changes with what else is measured.
 */
export function parseSelector(reader: Reader): Selector {
  const start = reader.token.offset;
  const name = nameAt(reader);
  if (name === null && !reader.at("{")) {
    throw reader.token.kind === "end"
      ? reader.invalid("A selector or a number is missing at the end")
      : reader.beyond(`${reader.shown} in place of a selector or a number`);
  }
  const all = matchersAt(reader);
  const names = all.filter(({ label }) => label === "__name__");
  const matchers = all.filter(({ label }) => label !== "__name__");
  if (name !== null) {
    if (names.length > 0) throw reader.invalid(`The metric is named twice: ${name} and __name__`, start);
    return { metric: name, matchers };
  }
  const [only, ...more] = names;
  if (only === undefined || more.length > 0 || only.operator !== "=" || only.value === "") {
    throw reader.beyond('A selector without one exact metric, as up{…} or {__name__="up"} have it,', start);
  }
  return { metric: only.value, matchers };
}
