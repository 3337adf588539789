// Tells of an alert beyond the page: a desktop notification and a tone, each only where a person asked for it.
import { create } from "zustand";

interface Options {
  readonly desktop: boolean;
  readonly sound: boolean;
}

/** Off with every visit, as nobody wants to be surprised. */
export const useNotices = create<Options>(() => ({ desktop: false, sound: false }));

/** @returns why it is not allowed; null where it is on now */
export async function allowDesktop(isOn: boolean): Promise<string | null> {
  if (!isOn) {
    useNotices.setState({ desktop: false });
    return null;
  }
  if (!("Notification" in globalThis)) return "This browser has no notifications.";
  const answer = await Notification.requestPermission();
  useNotices.setState({ desktop: answer === "granted" });
  return answer === "granted" ? null : "The browser does not allow notifications for this page.";
}

export function allowSound(isOn: boolean): void {
  useNotices.setState({ sound: isOn });
}

const TONE_HZ = 660;
const TONE_SECONDS = 0.25;

function tone(): void {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  gain.gain.value = 0.1;
  oscillator.frequency.value = TONE_HZ;
  oscillator.connect(gain).connect(context.destination);
  oscillator.addEventListener("ended", () => void context.close());
  oscillator.start();
  oscillator.stop(context.currentTime + TONE_SECONDS);
}

export function notify(text: string): void {
  const { desktop, sound } = useNotices.getState();
  try {
    if (desktop) {
      const shown = new Notification("Headroom", { body: text });
      shown.addEventListener("click", () => globalThis.focus());
    }
    if (sound) tone();
  } catch {
    // What a browser refuses here is still in the page.
  }
}
