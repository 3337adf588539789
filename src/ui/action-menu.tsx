// A button that opens a list of further actions. Base UI handles keyboard, focus and placement.
import { Menu } from "@base-ui/react/menu";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";

export interface MenuAction {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onChoose: () => void;
}

export interface ActionMenuProps {
  /** What the button says. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
}

export function ActionMenu({ label, actions }: ActionMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<Button />}>
        {label} <ChevronDown aria-hidden size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" collisionPadding={12} className="z-40">
          <Menu.Popup className="min-w-44 rounded border border-line-strong bg-panel py-1 text-ink outline-none">
            {actions.map(({ label: name, icon, onChoose }) => (
              <Menu.Item
                key={name}
                onClick={onChoose}
                className="flex min-h-9 cursor-default items-center gap-2 px-3 outline-none data-highlighted:bg-hover"
              >
                {icon} {name}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
