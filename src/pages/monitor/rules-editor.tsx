// The alert rules as text: edited in place with faults by line and column, opened, saved, and put back to the published ones.
import { useId, useMemo, useState } from "react";
import { publishedRules } from "../../alerts/published/published-rules.ts";
import { publishedRulesText, readRulesText, RULES_TEXT_MOST } from "../../monitor/alerting/rules-text.ts";
import { setRules, useRules } from "../../session/monitor/rules-store.ts";
import { soakControl } from "../../session/monitor/soak-session.ts";
import { Button } from "../../ui/button.tsx";
import { download } from "../../ui/download.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { NoDataChoices } from "./no-data-choices.tsx";

const SHOWN_MOST = 8;

function Problems({ text }: { readonly text: string }) {
  const { faults, hints } = useMemo(() => readRulesText(text), [text]);
  const told = [...faults.map((one) => ({ ...one, word: "✕" })), ...hints.map((one) => ({ ...one, word: "hint:" }))];
  if (told.length === 0) return null;
  return (
    <ul aria-label="Faults and hints" className="grid gap-1 text-sm">
      {told.slice(0, SHOWN_MOST).map(({ line, column, message, word }) => (
        <li key={`${line} ${column} ${message}`} className={word === "✕" ? "text-bad" : "text-muted"}>
          {word} line {line}, column {column}: {message}
        </li>
      ))}
      {told.length > SHOWN_MOST ? <li className="text-muted">{told.length - SHOWN_MOST} more.</li> : null}
    </ul>
  );
}

function apply(text: string): void {
  setRules(text);
  soakControl()?.changeRules(text);
}

export function RulesEditor() {
  const inForce = useRules(({ text }) => text);
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const text = draft ?? inForce;
  const { groups, faults } = useMemo(() => readRulesText(text), [text]);
  const hasFaults = faults.length > 0;
  return (
    <details>
      <summary className="font-semibold">Edit the rules</summary>
      <div className="mt-2 grid gap-2">
        <label htmlFor={id} className="text-xs text-muted">
          Rules in Prometheus’s form or in the published one
        </label>
        <textarea
          id={id}
          rows={12}
          spellCheck={false}
          maxLength={RULES_TEXT_MOST}
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          className="w-full rounded border border-line-strong bg-panel p-2 font-mono text-xs"
          aria-invalid={hasFaults}
        />
        <Problems text={text} />
        {hasFaults ? null : <NoDataChoices text={text} groups={groups} onText={setDraft} />}
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            disabled={draft === null || hasFaults}
            onClick={() => {
              apply(text);
              setDraft(null);
            }}
          >
            Use these rules
          </Button>
          <FilePicker
            label="Rule file"
            accept=".yml,.yaml,.json"
            bytesMost={RULES_TEXT_MOST}
            tooLarge="rules take at most 100 kB here"
            onFile={async (file) => {
              setDraft(await file.text());
              return null;
            }}
          >
            Open rule file …
          </FilePicker>
          <Button onClick={() => download("headroom-alerts.yml", new Blob([inForce], { type: "application/yaml" }))}>
            Save rule file
          </Button>
          <Button onClick={() => setDraft(publishedRulesText)}>The published rules</Button>
        </div>
        {inForce === publishedRulesText ? (
          <ul className="grid gap-1 text-xs text-muted">
            {publishedRules.map(({ rule, contradiction }) =>
              contradiction === null ? null : (
                <li key={rule.name}>
                  ▲ {rule.name}: {contradiction}
                </li>
              ),
            )}
          </ul>
        ) : null}
      </div>
    </details>
  );
}
