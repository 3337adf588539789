// Evaluates groups of rules at the times it is given, and answers with the state of every rule, what changed, and the timeline.
import type { Labels } from "../grammar/labels.ts";
import { withAbsence } from "../no-data-rule.ts";
import type { AlertRule, RuleGroup } from "../rule.ts";
import { type ActiveAlert, type AlertState, isFiring } from "./active-alert.ts";
import { RuleEvaluation } from "./rule-evaluation.ts";
import { type RuleStatus, statusOf } from "./rule-status.ts";
import type { SampleStore } from "./sample-store.ts";
import { Selections } from "./select.ts";
import type { TemplateContext } from "./template-context.ts";
import { Timeline } from "./timeline.ts";

/** An alert that an evaluation moved. */
export interface AlertChange {
  readonly group: string;
  readonly rule: AlertRule;
  readonly labels: Labels;
  readonly from: AlertState;
  readonly to: AlertState;
  readonly atMs: number;
}

interface GroupEvaluation {
  readonly name: string;
  readonly rules: readonly RuleEvaluation[];
}

export interface EvaluatorOptions extends TemplateContext {
  /** How many entries of the timeline are kept. */
  readonly timelineMost: number;
}

/** Rules that go on with their alerts after an edit: those of the same name and labels, in their order, as in Prometheus. */
function continuity({ name, labels }: AlertRule): string {
  return JSON.stringify([name, [...labels]]);
}

export class Evaluator {
  readonly #store: SampleStore;
  readonly #options: EvaluatorOptions;
  readonly timeline: Timeline<ActiveAlert>;
  #groups: readonly GroupEvaluation[] = [];
  #wasEdited = false;

  /** @param store where the caller puts samples before each evaluation */
  constructor(groups: readonly RuleGroup[], store: SampleStore, options: EvaluatorOptions) {
    this.#store = store;
    this.#options = options;
    this.timeline = new Timeline(options.timelineMost);
    this.replaceRules(groups);
  }

  get groups(): readonly GroupEvaluation[] {
    return this.#groups;
  }

  /** Takes edited rules. Alerts of rules that are still there go on: a longer `for` makes a firing one wait again. */
  replaceRules(groups: readonly RuleGroup[]): void {
    const before = this.#groups;
    const selections = new Selections(this.#store);
    this.#wasEdited = true;
    this.#groups = groups.map(({ name, limit, rules }) => {
      const old = new Map<string, RuleEvaluation[]>();
      for (const one of before.find((group) => group.name === name)?.rules ?? []) {
        const key = continuity(one.rule);
        old.set(key, [...(old.get(key) ?? []), one]);
      }
      const all = rules.flatMap(withAbsence);
      return {
        name,
        rules: all.map((rule) => {
          const evaluation = new RuleEvaluation(rule, limit, selections, this.#options);
          const previous = old.get(continuity(rule))?.shift();
          if (previous !== undefined) evaluation.continueFrom(previous);
          return evaluation;
        }),
      };
    });
  }

  /**
   * Evaluates all rules in order at one time.
   * @param atMs later than the time before. A clock that stands still while the load is paused freezes `for`.
   * @param unmeasurable metrics that cannot be measured here, with the reason: their rules are in error, and not without data
   * @returns what changed. Pending alerts that go leave no trace, so they are not told
   */
  evaluate(atMs: number, unmeasurable: ReadonlyMap<string, string> = new Map()): readonly AlertChange[] {
    const changes: AlertChange[] = [];
    for (const { name, rules } of this.#groups) {
      for (const evaluation of rules) {
        const reason = unmeasurable.get(evaluation.rule.condition.selector.metric);
        if (reason === undefined) evaluation.evaluate(atMs);
        else evaluation.fail(reason);
        evaluation.eachMoved((alert) => {
          if (alert.told === alert.state) return;
          const { labels, told: from, state: to } = alert;
          changes.push({ group: name, rule: evaluation.rule, labels, from, to, atMs });
          this.#note(name, evaluation, alert, from, atMs);
          alert.told = to;
        });
      }
    }
    this.#endRemoved(atMs);
    return changes;
  }

  /** A group's limit clears alerts, and an edit takes rules away: what fired then has ended. */
  #endRemoved(atMs: number): void {
    const evaluations = this.#groups.flatMap(({ rules }) => rules);
    const wasCleared = evaluations.some(({ outcome }) => outcome?.state === "error");
    if (!wasCleared && !this.#wasEdited) return;
    this.#wasEdited = false;
    for (const alert of this.timeline.open) {
      if (!evaluations.some((one) => one.holds(alert))) this.timeline.ended(alert, atMs);
    }
  }

  #note(group: string, { rule }: RuleEvaluation, alert: ActiveAlert, from: AlertState, atMs: number): void {
    const fired = from === "firing" || from === "recovering";
    if (isFiring(alert) && !fired) {
      const { labels, value, activeAtMs } = alert;
      const entry = { group, rule: rule.name, labels, value, activeAtMs, firedAtMs: atMs, resolvedAtMs: null };
      this.timeline.fired(alert, entry);
    } else if (!isFiring(alert) && fired) this.timeline.ended(alert, atMs);
  }

  /** The state of every rule after the last evaluation, in the order of the groups. */
  status(): readonly RuleStatus[] {
    return this.#groups.flatMap(({ name, rules }) => rules.map((evaluation) => statusOf(name, evaluation)));
  }
}
