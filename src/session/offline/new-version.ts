// Whether another version of the app is ready in this browser than the one that this tab runs.
import { create } from "zustand";

interface NewVersion {
  readonly isReady: boolean;
  /** Put off by a person, until the next visit. */
  readonly isPutOff: boolean;
}

export const useNewVersion = create<NewVersion>(() => ({ isReady: false, isPutOff: false }));

export function newVersionReady(): void {
  useNewVersion.setState({ isReady: true });
}

export function putOffNewVersion(): void {
  useNewVersion.setState({ isPutOff: true });
}
