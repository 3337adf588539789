// Reads a rule file of Prometheus: all faults with their places, and every rule that has none.
import type { Node } from "yaml";
import type { Fault, Hint } from "../fault.ts";
import type { RuleGroup } from "../rule.ts";
import { durationOf, type Fields, type LocatedRule, readRule, refuseUnknown, textsOf } from "./read-rule.ts";
import { YamlSource } from "./yaml-source.ts";

export interface LocatedGroup extends RuleGroup {
  /** The same rules as `rules`, with their places. */
  readonly located: readonly LocatedRule[];
}

export interface ReadRules {
  /** The groups that have a name of their own, with the rules that were not refused. */
  readonly groups: readonly LocatedGroup[];
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
  /** Names of alerts of which a rule was refused. */
  readonly refusedAlerts: ReadonlySet<string>;
  /** Metrics that recording rules of the file would write. */
  readonly recorded: ReadonlySet<string>;
  /** How many rules were refused. */
  readonly refused: number;
}

const GROUP_FIELDS = ["name", "interval", "query_offset", "limit", "rules", "labels"] as const;
const RULES_MOST = 10_000;

interface Found {
  readonly groups: LocatedGroup[];
  readonly refusedAlerts: Set<string>;
  readonly recorded: Set<string>;
  refused: number;
  read: number;
}

function nameOf(source: YamlSource, fields: Fields, node: Node | null, found: Found): string | null {
  const field = fields.get("name");
  const text = source.text(field?.value ?? null, "The name of a group");
  if (text === null) return null;
  const at = field?.key ?? source.start(node);
  if (text.text === "") {
    source.fault(at, "A group has no name. Write name: and one that is unique in the file.");
    return null;
  }
  if (found.groups.some(({ name }) => name === text.text)) {
    source.fault(at, `Two groups are called ${JSON.stringify(text.text.slice(0, 60))}. Rename one.`);
    return null;
  }
  return text.text;
}

function limitOf(source: YamlSource, fields: Fields): number {
  const text = source.text(fields.get("limit")?.value ?? null, '"limit"');
  if (text === null || text.text === "") return 0;
  if (/^[+-]?\d{1,15}$/.test(text.text)) return Math.max(0, Number(text.text));
  source.fault(text.at(0), '"limit" must be a whole number; 0 is none.');
  return 0;
}

function readGroup(source: YamlSource, node: Node | null, found: Found): void {
  const fields = source.fields(node, "A group");
  if (fields === null) return;
  refuseUnknown(source, fields, GROUP_FIELDS, "A group");
  const name = nameOf(source, fields, node, found);
  const interval = durationOf(source, fields, "interval", 0);
  const limit = limitOf(source, fields);
  const offset = fields.get("query_offset");
  if (offset !== undefined && durationOf(source, fields, "query_offset", 0) > 0) {
    source.fault(
      offset.key,
      '"query_offset" is not read here: rules see data of their own time. Leave it out.',
      "beyond",
    );
  }
  const { texts: labels } = textsOf(source, fields, "labels", true);
  const located: LocatedRule[] = [];
  for (const item of source.items(fields.get("rules")?.value ?? null, '"rules"')) {
    if (found.read >= RULES_MOST) {
      source.fault(source.start(item), `A file has at most ${RULES_MOST} rules here. Split it.`, "beyond");
      break;
    }
    found.read += 1;
    const rule = readRule(source, item, labels);
    if (rule.state === "read") located.push(rule.located);
    else {
      found.refused += 1;
      if (rule.alert !== null) found.refusedAlerts.add(rule.alert);
      if (rule.records !== null) found.recorded.add(rule.records);
    }
  }
  if (name === null) return;
  const rules = located.map(({ rule }) => rule);
  found.groups.push({ name, intervalMs: interval === 0 ? null : interval, limit, rules, located });
}

/**
 * Reads a rule file. Rules read so end their alerts without data, as in Prometheus.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/
 */
export function readRules(text: string): ReadRules {
  const source = new YamlSource(text);
  const found: Found = { groups: [], refusedAlerts: new Set(), recorded: new Set(), refused: 0, read: 0 };
  const top = source.fields(source.root, "A rule file");
  if (top !== null) {
    refuseUnknown(source, top, ["groups"], "A rule file");
    for (const node of source.items(top.get("groups")?.value ?? null, '"groups"')) {
      if (found.read >= RULES_MOST) break;
      readGroup(source, node, found);
    }
  }
  const { groups, refusedAlerts, recorded, refused } = found;
  return { groups, faults: source.faults, hints: source.hints, refusedAlerts, recorded, refused };
}
