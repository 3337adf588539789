// Notes on where the published guidance contradicts itself.
import type { Contradiction } from "../../capacity/memory/guidelines.ts";

export function Contradictions({ found }: { readonly found: readonly Contradiction[] }) {
  if (found.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2" aria-label="Contradictions in the published guidance">
      {found.map(({ id, text }) => (
        <li key={id} data-contradiction={id} className="grid max-w-prose grid-cols-[auto_1fr] gap-2">
          <span aria-hidden className="text-xs leading-[21px] text-warn">
            ▲
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
