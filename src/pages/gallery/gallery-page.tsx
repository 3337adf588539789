// The gallery of `npm run dev`: all shared components in their states, in light and in dark. It is not part of a build.
import { usePageTitle } from "../../ui/use-page-title.ts";
import { ControlStates } from "./control-states.tsx";
import { FrameStates } from "./frame-states.tsx";
import { NoticeStates } from "./notice-states.tsx";

export function GalleryPage() {
  usePageTitle("Gallery");
  return (
    <>
      <h1 className="mt-6 text-xl font-semibold">Gallery of states</h1>
      <p className="mt-2 max-w-prose text-muted">
        Panels and pictures of charts open in the theme of the page, which the switch in the bar changes.
      </p>
      <div className="mt-4 grid gap-6 lg:grid-cols-2">
        {(["light", "dark"] as const).map((theme) => (
          <section
            key={theme}
            aria-label={theme}
            className="min-w-0 rounded border bg-canvas p-4 text-ink"
            style={{ colorScheme: theme }}
          >
            <ControlStates />
            <NoticeStates />
            <FrameStates />
          </section>
        ))}
      </div>
    </>
  );
}
