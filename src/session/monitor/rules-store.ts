// The alert rules of this browser, as text: the published ones until somebody edits them. They are kept for the next visit.
import { create } from "zustand";
import { publishedRulesText, RULES_TEXT_MOST } from "../../monitor/alerting/rules-text.ts";

const KEY = "headroom-alert-rules";

function kept(): string | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null || text.length > RULES_TEXT_MOST ? null : text;
  } catch {
    // Where nothing can be kept the published rules hold at each visit.
    return null;
  }
}

interface Store {
  readonly text: string;
}

export const useRules = create<Store>(() => ({ text: kept() ?? publishedRulesText }));

export function setRules(text: string): void {
  useRules.setState({ text });
  try {
    if (text === publishedRulesText) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // They hold until the page is left.
  }
}
