// A name from a file as it has room: a long one is cut in its middle, and is whole on hover and for who listens.
import { cutMiddle } from "../words/cut-middle.ts";

export interface CutNameProps {
  readonly name: string;
  /** Characters that are shown. */
  readonly most?: number;
}

export function CutName({ name, most = 100 }: CutNameProps) {
  const shown = cutMiddle(name, most);
  if (shown === name) return name;
  return (
    <span title={name}>
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
