// A button that opens a small panel of explanation. Its machinery loads right after the page is usable.
import { lazy, Suspense, type ReactNode } from "react";

export interface InfoPopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClassName: string;
  /** Name of the panel for those who do not see it. */
  readonly label: string;
  readonly openOnHover?: boolean;
  readonly align?: "start" | "center" | "end";
  readonly children: ReactNode;
}

const Loaded = lazy(() => import("./info-popover-panel.tsx").then((module) => ({ default: module.InfoPopoverPanel })));

export function InfoPopover(props: InfoPopoverProps) {
  const waiting = (
    <button type="button" className={props.triggerClassName}>
      {props.trigger}
    </button>
  );
  return (
    <Suspense fallback={waiting}>
      <Loaded {...props} />
    </Suspense>
  );
}
