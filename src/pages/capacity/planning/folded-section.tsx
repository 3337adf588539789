// A section that is folded until somebody wants it: its title, and beside it in a few words what it holds.
import type { ReactNode } from "react";

export interface FoldedSectionProps {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  /** Whether it starts unfolded, or comes to: a person can fold it all the same. */
  readonly isOpen?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function FoldedSection({ id, title, brief, isOpen = false, className = "", children }: FoldedSectionProps) {
  return (
    <section aria-labelledby={id} className={`min-w-0 has-[details:not([open])]:-mb-4 ${className}`}>
      <details open={isOpen}>
        <summary className="min-h-9 py-2">
          <h2 id={id} className="inline">
            {title}
          </h2>{" "}
          <span className="text-muted">{brief}</span>
        </summary>
        <div className="pt-2">{children}</div>
      </details>
    </section>
  );
}
