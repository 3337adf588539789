// printf of templates: %f, %g, %s and %d with flags, width and precision, as Go prints them, also where the type does not fit.
import { fixedFloat, generalFloat, shortestFloat } from "../go/go-float.ts";
import type { TemplateValue } from "./template.ts";

const VERB = /%([-+ 0]*)(\d*)(?:\.(\d*))?(.?)/gsu;

const WIDTH_MOST = 100;

/** What is wrong with a format; null where it can be printed. */
export function formatMistake(format: string): string | null {
  for (const [all, , width = "", precision = "", verb] of format.matchAll(VERB)) {
    if (all === "%%") continue;
    if (!["f", "g", "s", "d"].includes(verb ?? "")) return `${all} is not read here: %f, %g, %s, %d and %% are.`;
    if (Number(width) > WIDTH_MOST || Number(precision) > WIDTH_MOST)
      return `${all} asks for more than ${WIDTH_MOST} characters.`;
  }
  return null;
}

/** A value as {{ … }} and %v print it. */
export function printed(value: TemplateValue): string {
  switch (value.type) {
    case "map[string]string": {
      const sorted = [...value.map].sort(([a], [b]) => (a < b ? -1 : 1));
      return `map[${sorted.map(([name, text]) => `${name}:${text}`).join(" ")}]`;
    }
    case "string":
      return value.text;
    case "int":
      return String(value.number);
    case "bool":
      return String(value.truth);
    case "float64":
      return shortestFloat(value.number);
  }
}

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
}

function padded(text: string, { flags, width }: Verb, zeros: boolean): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!zeros) return text.padStart(width);
  const [, sign = "", digits = ""] = /^([-+ ]?)(.*)$/su.exec(text) ?? [];
  return `${sign}${digits.padStart(width - sign.length, "0")}`;
}

/** Plus and blank ask for a sign on numbers that have none. */
function withSign(text: string, flags: string): string {
  if (/^[-+]/.test(text)) return text.startsWith("+Inf") && flags.includes(" ") && !flags.includes("+") ? " Inf" : text;
  if (flags.includes("+")) return `+${text}`;
  return flags.includes(" ") ? ` ${text}` : text;
}

function numberText(value: number, kind: "f" | "g", verb: Verb): string {
  if (kind === "f") return fixedFloat(value, verb.precision ?? 6);
  return verb.precision === null ? shortestFloat(value) : generalFloat(value, Math.max(1, verb.precision));
}

function integerText(value: number, { precision }: Verb): string {
  const digits = String(Math.abs(value));
  if (precision === 0 && value === 0) return "";
  return `${value < 0 ? "-" : ""}${digits.padStart(precision ?? 0, "0")}`;
}

/** Go's own text for a value whose type the verb does not take: %!d(float64=5). */
function mismatch(letter: string, value: TemplateValue): string {
  return `%!${letter}(${value.type}=${printed(value)})`;
}

function verbText(letter: "f" | "g" | "s" | "d", value: TemplateValue, verb: Verb): string {
  switch (letter) {
    case "s":
      if (value.type === "map[string]string") return printed(value);
      if (value.type !== "string") return mismatch(letter, value);
      return padded(
        Array.from(value.text)
          .slice(0, verb.precision ?? undefined)
          .join(""),
        verb,
        verb.flags.includes("0"),
      );
    case "d":
      if (value.type !== "int") return mismatch(letter, value);
      return padded(
        withSign(integerText(value.number, verb), verb.flags),
        verb,
        verb.flags.includes("0") && verb.precision === null,
      );
    case "f":
    case "g": {
      if (value.type !== "float64") return mismatch(letter, value);
      const zeros = verb.flags.includes("0") && Number.isFinite(value.number);
      return padded(withSign(numberText(value.number, letter, verb), verb.flags), verb, zeros);
    }
  }
}

/** Prints a format that formatMistake finds nothing wrong with. */
export function sprintf(format: string, values: readonly TemplateValue[]): string {
  let next = 0;
  const text = format.replaceAll(
    VERB,
    (all, flags: string, width: string, precision: string | undefined, letter: string) => {
      if (all === "%%") return "%";
      const value = values[next];
      next += 1;
      if (value === undefined) return `%!${letter}(MISSING)`;
      if (letter !== "f" && letter !== "g" && letter !== "s" && letter !== "d") return all;
      return verbText(letter, value, {
        flags,
        width: Number(width),
        precision: precision === undefined ? null : Number(precision),
      });
    },
  );
  const extra = values.slice(next).map((value) => `${value.type}=${printed(value)}`);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(", ")})`;
}
