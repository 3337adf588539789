// The Profile page: where the time of an op goes and where its bytes are, measured in this browser's workers.
import { Play } from "lucide-react";
import { useEffect, useState } from "react";
import { PROFILE_BYTES_MOST } from "../../profile/files/read-profile.ts";
import { profileRefusal } from "../../profile/profile-fields.ts";
import { bringBackProfile } from "../../session/profiling/kept-profile.ts";
import { openProfile, startProfile } from "../../session/profiling/profile-control.ts";
import { useProfile } from "../../session/profiling/profile-store.ts";
import { stopMeasuring } from "../../session/measuring/current-session.ts";
import { Button } from "../../ui/button.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import { ProfileForm } from "./profile-form.tsx";
import { ProfileAnswer, ProfileView } from "./profile-view.tsx";
import { useProfileSettings } from "./use-profile-settings.ts";

const Roofline = lazyPart("The roofline", () => import("./roofline-panel.tsx").then((module) => module.RooflinePanel));

/** On a narrow screen the settings start folded, so that the answer comes first. */
const startsWide = globalThis.matchMedia("(min-width: 1024px)").matches;

export function ProfilePage() {
  const { settings, problems, changeText } = useProfileSettings();
  const { run, shown } = useProfile();
  const [withMemory, setWithMemory] = useState(false);
  useEffect(bringBackProfile, []);
  const isRunning = run.state === "running";
  const refusal = profileRefusal(settings);
  usePageTitle(isRunning ? "Profiling" : "Profile");
  return (
    <div className="pt-6">
      <div className="flex flex-wrap items-start justify-between gap-3 lg:flex-nowrap">
        <div className="max-w-[920px] min-w-0">
          <h1 className={shown === null ? "" : "answered"}>Where do time and bytes go?</h1>
          {shown === null ? null : <ProfileAnswer shown={shown} />}
        </div>
        <div className="flex shrink-0 flex-wrap gap-2">
          <FilePicker
            label="A profile that was saved here"
            accept=".json,application/json"
            bytesMost={PROFILE_BYTES_MOST}
            tooLarge="more than any profile takes"
            onFile={openProfile}
          >
            Open a profile
          </FilePicker>
          {isRunning ? (
            <Button onClick={stopMeasuring}>Stop</Button>
          ) : (
            <Button
              tone="primary"
              className="min-w-24"
              disabled={refusal !== null}
              onClick={() => void startProfile(settings, withMemory)}
            >
              <Play aria-hidden size={14} /> Take profile
            </Button>
          )}
        </div>
      </div>
      {problems.length === 0 ? null : (
        <div role="status" aria-label="Parameters not understood" className="mt-3 rounded border border-warn px-4 py-2">
          <ul>
            {problems.map(({ parameter, text, message, usedInstead }) => (
              <li key={parameter}>
                The address says {parameter}={text}. {message}
                {usedInstead === null ? "" : ` ${usedInstead} is used instead.`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-8 lg:grid-cols-[300px_minmax(0,1fr)]">
        <details open={startsWide} className="min-w-0">
          <summary className="mb-3 font-semibold">Settings</summary>
          <ProfileForm settings={settings} changeText={changeText} disabled={isRunning} />
          <label className="mt-4 flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-1"
              checked={withMemory}
              disabled={isRunning}
              onChange={(event) => setWithMemory(event.target.checked)}
            />
            <span>
              Ask the browser what the workers take
              <span className="block text-xs text-muted">10 to 20 s more: it waits for a garbage collection.</span>
            </span>
          </label>
          {refusal === null ? null : (
            <p role="alert" className="mt-3 text-sm text-bad">
              {refusal}
            </p>
          )}
        </details>
        <div className="order-first min-w-0 lg:order-none">
          <RunLine />
          {shown === null ? isRunning ? null : <Empty /> : <ProfileView shown={shown} />}
          <Roofline part={{ settings }} fallback={null} />
        </div>
      </div>
    </div>
  );
}

/** What is going on, or why the last run left nothing. */
function RunLine() {
  const { run, shown } = useProfile();
  const earlier = shown === null ? "" : " The profile below is the one before.";
  switch (run.state) {
    case "idle":
    case "finished":
      return null;
    case "running":
      return (
        <p role="status" className="mb-5 flex items-center gap-3 rounded border bg-panel px-3 py-2" data-testid="doing">
          <progress className="h-1.5 w-24 shrink-0" aria-label="Profile in progress" />
          {run.doing}
        </p>
      );
    case "stopped":
      return (
        <p role="status" className="mb-5 text-muted">
          The profile was stopped before it was whole.{earlier}
        </p>
      );
    case "broken":
      return (
        <p role="alert" className="mb-5 text-bad">
          {run.message}
          {earlier}
        </p>
      );
  }
}

function Empty() {
  return (
    <div className="max-w-prose text-muted" data-testid="empty">
      <p>
        A profile runs the same agents with and without probes in turn, and shows where a worker's time goes: observing,
        working out the state, choosing a plan, acting, and in a team publishing, waiting and reading. What probes cost
        is measured with it.
      </p>
      <p className="mt-2">
        It takes about ten seconds, and gives files for speedscope, Perfetto and the Firefox Profiler.
      </p>
    </div>
  );
}
