// A profile as it is shown: the answer first, a bar, the table, then the timeline, bytes and files.
import { profileTitle } from "../../profile/files/exported.ts";
import { probesSentence, profileSentence } from "../../profile/profile-sentence.ts";
import { profileRows, restWarning } from "../../profile/profile-table.ts";
import type { ShownProfile } from "../../session/profiling/profile-store.ts";
import { AnswerText } from "../../ui/answer-text.tsx";
import { formatInstant } from "../../words/format.ts";
import { BytesPanel } from "./bytes-panel.tsx";
import { FlameView } from "./flame-view.tsx";
import { PhaseTable } from "./phase-table.tsx";
import { ProfileFiles } from "./profile-files.tsx";
import { TimeBar } from "./time-bar.tsx";

function sourceText({ source, profile }: ShownProfile): string {
  const when = `measured ${formatInstant(profile.record.createdAt)}`;
  switch (source.kind) {
    case "measured":
      return `${when}, here`;
    case "kept":
      return `${when}, before this page was loaded again; its timeline is only in files`;
    case "file":
      return `${when}, opened from ${source.name}`;
  }
}

function Warning({ text }: { readonly text: string }) {
  return (
    <li>
      <span aria-hidden className="text-warn">
        ▲{" "}
      </span>
      {text}
    </li>
  );
}

/** The answer in one sentence, under the question of the page. */
export function ProfileAnswer({ shown: { profile } }: { readonly shown: ShownProfile }) {
  const { record } = profile;
  return (
    <p aria-live="polite" data-testid="answer">
      <AnswerText text={profileSentence(record, profileRows(record))} />
    </p>
  );
}

export function ProfileView({ shown }: { readonly shown: ShownProfile }) {
  const { profile, source } = shown;
  const { record, workers } = profile;
  const rows = profileRows(record);
  const warning = restWarning(rows);
  const remarks = source.kind === "file" ? source.remarks : [];
  const told = [...(warning === null ? [] : [warning]), ...record.instants.map(({ text }) => text), ...remarks];
  const hasSpans = workers.some(({ spans }) => spans.length > 0);
  const { browser, hardwareConcurrency } = record.environment;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-8">
      <section aria-label="Answer">
        <p className="mb-5 text-xs text-muted" data-testid="provenance">
          {profileTitle(record).replace("Headroom profile, ", "")}; {sourceText(shown)}, {browser},{" "}
          {hardwareConcurrency} cores.
        </p>
        <TimeBar rows={rows} />
        {told.length === 0 ? null : (
          <div role="status" aria-label="What to know of this profile">
            <ul className="mt-4 space-y-1">
              {told.map((text) => (
                <Warning key={text} text={text} />
              ))}
            </ul>
          </div>
        )}
      </section>
      <section aria-labelledby="phases-heading">
        <h2 id="phases-heading">Where the time goes</h2>
        <p className="mb-3 text-xs text-muted" data-testid="probes">
          {probesSentence(record)}
        </p>
        <PhaseTable record={record} rows={rows} />
      </section>
      {hasSpans ? <FlameView key={record.createdAt} profile={profile} /> : null}
      <BytesPanel record={record} />
      <ProfileFiles profile={profile} />
    </div>
  );
}
