// One state of the gallery: its name above the component.
import type { ReactNode } from "react";

export function State({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="mt-4 min-w-0">
      <h2 className="mb-1 text-xs text-muted">{name}</h2>
      {children}
    </div>
  );
}
