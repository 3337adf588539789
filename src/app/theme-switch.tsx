// The theme switch: one button that changes from system to light to dark.
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { applyTheme, currentTheme, THEMES, type Theme } from "./theme.ts";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const Icon = icons[theme];
  const next = nextTheme(theme);
  const label = `Theme: ${theme}. Switch to ${next}.`;
  return (
    <Button
      tone="quiet"
      aria-label={label}
      title={label}
      className="px-2"
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <Icon aria-hidden size={18} />
    </Button>
  );
}
