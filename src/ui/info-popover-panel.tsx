// The panel of an InfoPopover. Base UI handles hover, tap, keyboard and placement, so this loads after the page.
import { Popover } from "@base-ui/react/popover";
import type { InfoPopoverProps } from "./info-popover.tsx";

export interface InfoPopoverPanelProps extends InfoPopoverProps {
  /** True where the button was pressed before this code had loaded. */
  readonly defaultOpen: boolean;
}

export function InfoPopoverPanel(props: InfoPopoverPanelProps) {
  const { trigger, triggerClassName, label, openOnHover = false, align = "center", defaultOpen, children } = props;
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger openOnHover={openOnHover} delay={150} className={triggerClassName}>
        {trigger}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} collisionPadding={12} align={align} className="z-40">
          <Popover.Popup
            aria-label={label}
            className="max-w-[min(24rem,calc(100vw-24px))] rounded border border-line-strong bg-panel p-4 text-left text-sm font-normal whitespace-normal text-ink outline-none"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
