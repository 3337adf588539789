// A button that opens a small panel of explanation. Its machinery loads right after the page is usable.
import { useState, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.tsx";

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

const Panel = lazyPart("The panel", () => import("./info-popover-panel.tsx").then((module) => module.InfoPopoverPanel));

export function InfoPopover(props: InfoPopoverProps) {
  // A press before the machinery is there is kept: the panel opens as soon as it can.
  const [pressed, setPressed] = useState(false);
  const button = (onPress: () => void) => (
    <button
      type="button"
      className={props.triggerClassName}
      onClick={() => {
        setPressed(true);
        onPress();
      }}
    >
      {props.trigger}
    </button>
  );
  return (
    <Panel
      part={{ ...props, defaultOpen: pressed }}
      fallback={button(() => undefined)}
      // It could not be fetched: the next press tries again.
      failed={button}
    />
  );
}
