// Saves a file by the browser's download, and says so near where it was asked for.

/** @param name file name with its ending */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** "Card saved as headroom-1.png.": browsers show a download at their edge, or nowhere. */
export function savedText(what: string, name: string): string {
  return `${what} saved as ${name}.`;
}

/** @param text null before anything was saved */
export function SavedNote({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p role="status" className="mt-2 text-xs break-words text-good print:hidden">
      {text}
    </p>
  );
}
