// What comes when the page is usable: the app as the system knows it (files and links that it opens), and as it is kept for no network.
import { createRoot } from "react-dom/client";
import { withSharedAddress } from "../session/address/shared-address.ts";
import { takeLaunched } from "../session/files/launched-files.ts";
import { takeInto } from "../session/files/use-take-files.ts";
import { onMeasuringChanged, currentSession } from "../session/measuring/current-session.ts";
import { keepOffline } from "../session/offline/keep-offline.ts";
import { newVersionReady } from "../session/offline/new-version.ts";
import { NewVersion } from "./new-version.tsx";
import { router } from "./router.tsx";

/** Beside the app: a notice that nobody waits for has no share in the first load. */
function showNotices(): void {
  const place = document.createElement("div");
  document.body.append(place);
  createRoot(place).render(<NewVersion />);
}

export function afterStart(): void {
  const shared = withSharedAddress(globalThis.location.href);
  if (shared !== null) {
    globalThis.location.replace(shared);
    return;
  }
  takeLaunched((files) => void takeInto(router, files, "page"));
  showNotices();
  const measuring = { isOn: () => currentSession() !== null, subscribe: onMeasuringChanged };
  void keepOffline(measuring, newVersionReady);
}
