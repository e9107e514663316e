import type { BrowserContextOptions } from "playwright-core";

export type Look = "light" | "dark" | "phone";
export const looks: readonly Look[] = ["light", "dark", "phone"];

/** Width of the narrow phone every page has to fit, in CSS pixels. */
export const phoneWidth = 390;

export const lookOptions: Record<Look, BrowserContextOptions> = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: {
    colorScheme: "light",
    viewport: { width: phoneWidth, height: 844 },
    isMobile: true,
    hasTouch: true,
  },
};
