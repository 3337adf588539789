// The files of a profile, how other programs open them, and opening one here again.
import { useState } from "react";
import { chromeTrace } from "../../profile/files/chrome-trace.ts";
import { type Profile, profileFileName } from "../../profile/files/exported.ts";
import { profileCsv } from "../../profile/files/profile-csv.ts";
import { speedscopeFile } from "../../profile/files/speedscope.ts";
import { Button } from "../../ui/button.tsx";
import { download, SavedNote, savedText } from "../../ui/download.tsx";

const kinds = [
  { what: "Chrome trace", ending: ".trace.json", type: "application/json", write: chromeTrace },
  { what: "speedscope file", ending: ".speedscope.json", type: "application/json", write: speedscopeFile },
  { what: "table as CSV", ending: ".csv", type: "text/csv", write: ({ record }: Profile) => profileCsv(record) },
] as const;

export function ProfileFiles({ profile }: { readonly profile: Profile }) {
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <section aria-labelledby="files-heading">
      <h2 id="files-heading">Files</h2>
      <div className="mt-3 flex flex-wrap gap-2">
        {kinds.map(({ what, ending, type, write }) => (
          <Button
            key={what}
            onClick={() => {
              const name = `${profileFileName(profile.record)}${ending}`;
              download(name, new Blob([write(profile)], { type }));
              setSaved(savedText(`The ${what}`, name));
            }}
          >
            Save {what}
          </Button>
        ))}
      </div>
      <SavedNote text={saved} />
      <details className="mt-3">
        <summary className="min-h-8">Open in speedscope, Perfetto or the Firefox Profiler</summary>
        <ul className="mt-1 list-disc space-y-1 pl-5">
          <li>
            <strong>speedscope</strong> (left heavy, sandwich): run <code>npx speedscope FILE</code>, or drop either
            JSON file on speedscope.app. Offline, open <code>dist/release/index.html</code> of its npm package.
          </li>
          <li>
            <strong>Perfetto</strong> (timeline, arrows for messages, ops per second): drop the Chrome trace on
            ui.perfetto.dev, or load it in chrome://tracing, which needs no network.
          </li>
          <li>
            <strong>Firefox Profiler</strong> (markers): load the Chrome trace on profiler.firefox.com.
          </li>
          <li>These pages read the file in your browser. Both JSON files open here again, with their table.</li>
        </ul>
      </details>
    </section>
  );
}
