// The theme switch: one button that goes through system, light and dark.
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { applyTheme, currentTheme, THEMES, type Theme } from "./theme.ts";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

function after(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const Icon = icons[theme];
  const label = `Theme: ${theme}. Switch to ${after(theme)}.`;
  return (
    <Button
      tone="quiet"
      aria-label={label}
      title={label}
      className="px-2"
      onClick={() => {
        const next = after(theme);
        applyTheme(next);
        setTheme(next);
      }}
    >
      <Icon aria-hidden size={18} />
    </Button>
  );
}
