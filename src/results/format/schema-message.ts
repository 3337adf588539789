// Turns a schema's complaint into one plain message that names the field.
import type * as v from "valibot";

const CHARACTERS_MOST = 60;

function isKey(key: unknown): key is string | number {
  return typeof key === "string" || typeof key === "number";
}

/** The field as a person would write it: "trials[3].latency.p50Us"; "" for the whole. */
function fieldPath(issue: v.BaseIssue<unknown>): string {
  let path = "";
  for (const item of issue.path ?? []) {
    const { key } = item;
    if (!isKey(key)) continue;
    if (typeof key === "number") path += `[${key}]`;
    else path += path === "" ? key : `.${key}`;
  }
  return path;
}

function shortened(text: string): string {
  return text.length > CHARACTERS_MOST ? `${text.slice(0, CHARACTERS_MOST)}…` : text;
}

/**
 * @param issue the first thing a valibot schema complained about
 * @returns one sentence, such as "environment.browser is missing."
 */
export function schemaMessage(issue: v.BaseIssue<unknown>): string {
  const path = fieldPath(issue);
  const field = path === "" ? "The content" : path;
  if (issue.received === "undefined") return `${field} is missing.`;
  if (!issue.message.startsWith("Invalid ")) return path === "" ? issue.message : `${path}: ${issue.message}`;
  const found = shortened(issue.received);
  if (issue.expected === null) return `${field} is ${found}, which is not allowed.`;
  return `${field} is ${found} where ${shortened(issue.expected)} is expected.`;
}
