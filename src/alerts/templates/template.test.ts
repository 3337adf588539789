// B9: templates: what they print, how they are refused when they are written, and that a failure stands in the text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { expand } from "./expand.ts";
import { parseTemplate } from "./parse-template.ts";
import { readsValue } from "./template.ts";

const labels = new Map([
  ["__name__", "up"],
  ["instance", "a:1"],
  ["job", "x"],
  ["size", "1048576"],
]);

function textOf(template: string, value = 1_234_567): string {
  const read = parseTemplate(template);
  if (read.state === "refused") return `refused at ${read.offset} (${read.reach}): ${read.message}`;
  return expand(read.template, { labels, value, externalLabels: new Map([["region", "eu"]]), externalUrl: "http://p" });
}

test("B9: labels, values and functions", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["plain", "plain"],
    ["{{ $value }}", "1.234567e+06"],
    ["{{ .Value }}", "1.234567e+06"],
    ["{{$labels.job}} of {{ .Labels.instance }}", "x of a:1"],
    ["{{ $.Labels.job }}", "x"],
    ["[{{ $labels.missing }}]", "[]"],
    ["{{ $labels }}", "map[__name__:up instance:a:1 job:x size:1048576]"],
    ["{{ $externalLabels.region }} {{ $externalURL }} {{ .ExternalURL }}", "eu http://p http://p"],
    ["{{ $value | humanize }}", "1.235M"],
    ["{{ humanize $value }}", "1.235M"],
    ["{{ humanize1024 $labels.size }}iB", "1MiiB"],
    ["{{ humanizeDuration 93784.5 }}", "1d 2h 3m 4s"],
    ["{{ humanizePercentage 0.1234567 }}", "12.35%"],
    ['{{ printf "%.2f %g %s %d%%" $value .Value $labels.job 5 }}', "1234567.00 1.234567e+06 x 5%"],
    ['{{ printf "%5d|%-5d|%05d|%+d" 42 42 42 42 }}', "   42|42   |00042|+42"],
    ['{{ printf "%d %s %f" 1.5 2.5 "x" }}', "%!d(float64=1.5) %!s(float64=2.5) %!f(string=x)"],
    ['{{ printf "%d" }} {{ printf "x" 1 }}', "%!d(MISSING) x%!(EXTRA int=1)"],
    ['{{ "text" }} {{ `raw` }} {{ 1 }} {{ 1.50 }}', "text raw 1 1.5"],
    ["a  {{- $labels.job -}}  b", "axb"],
    ["a {{/* gone */}} b {{- /* gone */ -}} c", "a  bc"],
    ['{{ if eq $labels.job "x" "y" }}yes{{ else }}no{{ end }}', "yes"],
    ["{{ if $labels.missing }}a{{ else if gt $value 5.0 }}b{{ else }}c{{ end }}", "b"],
    ["{{ if lt $value 5.0 }}a{{ end }}", ""],
    ['{{ (printf "%.0f" $value) | humanize }}', "1.235M"],
  ];
  for (const [template, text] of cases) expect({ template, text: textOf(template) }).toEqual({ template, text });
});

test("B9: a failure stands in the text", () => {
  expect(textOf("{{ humanize $labels.job }} left")).toBe('<error expanding template: humanize: "x" is no number>');
  expect(textOf("{{ if eq $value 1 }}a{{ end }}")).toBe(
    "<error expanding template: eq: float64 and int cannot be compared>",
  );
  expect(textOf("{{ printf $labels.job }}")).toBe("x");
});

test("B9: what is not read here is refused when it is written, at its place", () => {
  const cases: readonly (readonly [string, number, "beyond" | "invalid"])[] = [
    ['a {{ query "up" }}', 5, "beyond"],
    ["{{ range $labels }}{{ end }}", 3, "beyond"],
    ["{{ $value | toUpper }}", 12, "beyond"],
    ["{{ $x := $value }}", 3, "invalid"],
    ['{{ printf "%x" 5 }}', 17, "beyond"],
    ["{{ .Foo }}", 3, "beyond"],
    ["{{ $label.job }}", 3, "invalid"],
    ["{{ foo $value }}", 3, "invalid"],
    ["{{ $value", 0, "invalid"],
    ["{{ humanize }}", 12, "invalid"],
    ["{{ humanize $value $value }}", 26, "invalid"],
    ["{{ $value $value }}", 10, "invalid"],
    ["{{ ($value }}", 11, "invalid"],
    ["{{ $value) }}", 9, "invalid"],
    ["{{ }}", 3, "invalid"],
    ["{{ \u00a0 }}", 3, "invalid"],
    ["{{ $labels.a.b }}", 3, "invalid"],
    ["{{ if $value }}x", 0, "invalid"],
    ["x {{ end }}", 5, "invalid"],
    ["{{ if $value }}{{ else }}{{ else }}{{ end }}", 0, "invalid"],
    ["{{ if }}x{{ end }}", 6, "invalid"],
    ["{{ $value | $value }}", 12, "invalid"],
    [`{{ ${"(".repeat(30)}1 }}`, 23, "beyond"],
  ];
  for (const [template, offset, reach] of cases) {
    expect({ template, read: parseTemplate(template) }).toMatchObject({
      template,
      read: { state: "refused", offset, reach },
    });
  }
});

test("whether a text changes with the value", () => {
  const reads = (template: string) => {
    const read = parseTemplate(template);
    return read.state === "read" && readsValue(read.template);
  };
  const changing = [
    "{{ $value }}",
    '{{ printf "%f" .Value }}',
    "{{ if gt $value 1.0 }}a{{ end }}",
    "{{ (humanize $value) }}",
    "{{ if $labels.a }}{{ $value }}{{ end }}",
  ];
  expect(changing.map(reads)).toEqual(changing.map(() => true));
  expect(["{{ $labels.a }}", "value", "{{ humanize 5 }}"].map(reads)).toEqual([false, false, false]);
});

test("no text makes the parser or the expansion throw", () => {
  const part = fc.constantFrom(
    "{{",
    "}}",
    " ",
    "$value",
    "$labels.a",
    "|",
    "humanize",
    "printf",
    '"%d"',
    "(",
    ")",
    "if",
    "else",
    "end",
    "-",
    "1",
    "eq",
    "x",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
      const text = textOf(parts.join(""));
      expect(typeof text).toBe("string");
    }),
    { numRuns: 500 },
  );
});
