// Changes one alert's verdict on missing data in a text of the published form. In YAML everything else in the text stays.
import { isMap, isSeq, parseDocument } from "yaml";
import type { AlertRule, NoDataVerdict } from "../rule.ts";
import { publishedFormText, readPublishedForm } from "./published-form.ts";

function sameText(rules: readonly AlertRule[]): string {
  return publishedFormText(rules).text;
}

/** @param text in the published form, without faults @param at the alert's place, from 0 */
export function withNoDataText(text: string, at: number, verdict: NoDataVerdict): string {
  const { rules } = readPublishedForm(text);
  const after = rules.map((rule, place) => (place === at ? { ...rule, onNoData: verdict } : rule));
  const rewritten = sameText(after);
  // JSON has no comments that could be lost.
  if (/^\s*\{/.test(text)) return rewritten;
  const document = parseDocument(text, { schema: "failsafe" });
  const alerts = document.get("alerts");
  const alert = isSeq(alerts) ? alerts.get(at) : null;
  if (!isMap(alert)) return rewritten;
  alert.set("no_data", verdict);
  const edited = document.toString({ lineWidth: 0 });
  const again = readPublishedForm(edited);
  return again.faults.length === 0 && sameText(again.rules) === rewritten ? edited : rewritten;
}
