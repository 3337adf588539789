// A button that opens a small panel of explanation. Its machinery loads right after the page is usable.
import { lazy, Suspense, useState, type ReactNode } from "react";

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
  // A press before the machinery is there is kept: the panel opens as soon as it can.
  const [pressed, setPressed] = useState(false);
  const waiting = (
    <button type="button" className={props.triggerClassName} onClick={() => setPressed(true)}>
      {props.trigger}
    </button>
  );
  return (
    <Suspense fallback={waiting}>
      <Loaded {...props} defaultOpen={pressed} />
    </Suspense>
  );
}
