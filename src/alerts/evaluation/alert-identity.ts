// The labels of an alert: those of its series less the metric's name, the rule's own, and alertname. They are its identity.
import { type Labels, labelsKey, labelsOf, sortedTexts } from "../grammar/labels.ts";
import type { AlertRule } from "../rule.ts";
import { expand } from "../templates/expand.ts";
import { parseTemplate } from "../templates/parse-template.ts";
import { readsValue, type Template } from "../templates/template.ts";
import type { SeriesId } from "./sample-store.ts";
import type { TemplateContext } from "./template-context.ts";

export interface Identity {
  readonly labels: Labels;
  readonly key: string;
  /** When a result last had it, so that two series with one identity are noticed. */
  inResultAtMs: number;
}

type Templates = readonly (readonly [name: string, template: Template])[];

/** A text that is no template stands as it is: rules from files have none, since such a rule is refused. */
function templatesOf(texts: ReadonlyMap<string, string>): Templates {
  return [...texts].map(([name, text]) => {
    const read = parseTemplate(text);
    return [name, read.state === "read" ? read.template : [{ kind: "text", text }]] as const;
  });
}

export class AlertIdentity {
  readonly #name: string;
  readonly #labels: Templates;
  readonly #annotations: Templates;
  readonly #context: TemplateContext;
  /** Identities that do not change with the value are made once for each series. */
  readonly #known: Map<SeriesId | null, Identity> | null;
  /** One object for one identity: of all series, or where the value is in it, of one result. */
  #byKey = new Map<string, Identity>();
  #resultAtMs = NaN;

  constructor(rule: AlertRule, context: TemplateContext) {
    this.#name = rule.name;
    this.#labels = templatesOf(rule.labels);
    this.#annotations = templatesOf(rule.annotations);
    this.#context = context;
    this.#known = this.#labels.some(([, template]) => readsValue(template)) ? null : new Map();
  }

  #expanded(templates: Templates, labels: Labels, value: number): readonly (readonly [string, string])[] {
    const data = { labels, value, ...this.#context };
    return templates.map(([name, template]) => [name, expand(template, data)] as const);
  }

  /**
   * @param series the series, by which an identity is found again; null for absent(…)
   * @param atMs of the result; times rise
   */
  of(seriesLabels: Labels, series: SeriesId | null, value: number, atMs: number): Identity {
    const known = this.#known?.get(series);
    if (known !== undefined) return known;
    if (this.#known === null && atMs !== this.#resultAtMs) {
      this.#byKey = new Map();
      this.#resultAtMs = atMs;
    }
    const own = this.#expanded(this.#labels, seriesLabels, value);
    const labels = labelsOf([...seriesLabels, ["__name__", ""], ...own, ["alertname", this.#name]]);
    const key = labelsKey(labels);
    const identity = this.#byKey.get(key) ?? { labels, key, inResultAtMs: NaN };
    this.#byKey.set(key, identity);
    this.#known?.set(series, identity);
    return identity;
  }

  annotations(seriesLabels: Labels, value: number): ReadonlyMap<string, string> {
    return sortedTexts(this.#expanded(this.#annotations, seriesLabels, value));
  }
}
