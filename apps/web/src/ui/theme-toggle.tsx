"use client";
import { Moon, Sun, SunMoon } from "lucide-react";
import { useEffect, useState } from "react";
import type { Messages } from "../messages/en.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const icons = { system: SunMoon, light: Sun, dark: Moon };

const remembered = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem("agon.theme")) ?? "system";

function apply(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem("agon.theme");
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem("agon.theme", theme);
    document.documentElement.dataset.theme = theme;
  }
}

/** Steps through the device's colours, light and dark; the choice stays in this browser. */
export function ThemeToggle({ t }: { t: Messages["site"]["theme"] }) {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(remembered()), []);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  const Icon = icons[theme];
  const choose = () => {
    apply(next);
    setTheme(next);
  };
  return (
    <button type="button" className="button button-plain button-small" onClick={choose}>
      <Icon size={16} aria-hidden="true" />
      <span className="max-sm:sr-only">
        {t.label}: {t[theme]}
      </span>
    </button>
  );
}
