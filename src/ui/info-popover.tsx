// A button that opens a small panel with an explanation. The code of the panel loads after the page is usable.
import { useState, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.tsx";

export interface InfoPopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClassName: string;
  /** Name of the panel for screen readers. */
  readonly label: string;
  readonly openOnHover?: boolean;
  readonly align?: "start" | "center" | "end";
  readonly children: ReactNode;
}

const Panel = lazyPart("The panel", () => import("./info-popover-panel.tsx").then((module) => module.InfoPopoverPanel));

export function InfoPopover(props: InfoPopoverProps) {
  // A press before the code has loaded is kept: the panel then opens as soon as it can.
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
      // The code could not be fetched: the next press tries again.
      failed={button}
    />
  );
}
