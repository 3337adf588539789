// Says that something measured is not in the library, and why, with two ways out: download it, or try again.
import { Button } from "./button.tsx";

export interface NotKeptProps {
  /** A sentence. */
  readonly reason: string;
  readonly onDownload: () => void;
  readonly onRetry: () => void;
}

export function NotKept({ reason, onDownload, onRetry }: NotKeptProps) {
  return (
    <span className="text-warn">
      <span>Not kept: {reason} </span>
      <Button tone="quiet" className="min-h-8 px-1 text-xs underline" onClick={onDownload}>
        Download it
      </Button>
      <Button tone="quiet" className="min-h-8 px-1 text-xs underline" onClick={onRetry}>
        Try again
      </Button>
    </span>
  );
}
