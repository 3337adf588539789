// Takes files in, however they came; the code for that loads with the first of them.
import { useNavigate } from "@tanstack/react-router";
import { setOpeningProblems } from "../../../session/sources/reference-store.ts";
import { useStillHere } from "../../../ui/use-still-here.ts";

/** @returns a function that takes files in */
export function useTakeFiles(): (files: FileList | null | undefined) => void {
  const navigate = useNavigate();
  const stillHere = useStillHere();
  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const isHere = stillHere();
    const loaded = await import("./take-files.ts").catch(() => null);
    if (loaded === null) setOpeningProblems(["The code that opens files could not be fetched. Try again."]);
    else await loaded.takeFiles(files, navigate, isHere);
  }
  return (files) => void take([...(files ?? [])]);
}
