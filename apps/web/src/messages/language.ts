import { de } from "./de.ts";
import { en, type Messages } from "./en.ts";

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

const all: Record<Language, Messages> = { en, de };

export const isLanguage = (text: string): text is Language => languages.some((known) => known === text);

export const messagesOf = (lang: Language): Messages => all[lang];

/** English lives at the root; other languages under their own path, so that every address is one document. */
export const href = (lang: Language, path: string): string =>
  lang === "en" ? path : `/${lang}${path === "/" ? "" : path}`;
