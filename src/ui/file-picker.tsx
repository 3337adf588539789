// A button that lets a person choose one file, with a message under it where something is wrong with the file.
import { useRef, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";

export interface FilePickerProps {
  /** Name of the control for screen readers: which file is chosen, and for what. */
  readonly label: string;
  readonly accept: string;
  readonly bytesMost: number;
  /** Completes the message about a larger file, "… is too large: ": for instance "more than any result takes". */
  readonly tooLarge: string;
  /** Takes the file; returns a sentence about what is wrong with it, or null when it was taken. */
  readonly onFile: (file: File) => Promise<string | null>;
  readonly className?: string;
  readonly children: ReactNode;
}

export function FilePicker(props: FilePickerProps) {
  const { label, accept, bytesMost, tooLarge, onFile, className = "", children } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File): Promise<void> {
    if (file.size > bytesMost) return setProblem(`${file.name} is too large: ${tooLarge}.`);
    try {
      setProblem(await onFile(file));
    } catch {
      setProblem(`${file.name} could not be read. Check that it still exists and try again.`);
    }
  }

  return (
    <div className={`print:hidden ${className}`}>
      <Button className="min-h-8 text-xs" onClick={() => picker.current?.click()}>
        {children}
      </Button>
      <input
        ref={picker}
        type="file"
        aria-label={label}
        accept={accept}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      {problem === null ? null : (
        <p role="alert" className="mt-2 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
