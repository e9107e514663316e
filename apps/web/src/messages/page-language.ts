import { notFound } from "next/navigation";
import { isLanguage, type Language } from "./language.ts";

/** The language of an address; an unknown one is a page that does not exist. */
export function pageLanguage(segment: string): Language {
  if (!isLanguage(segment)) notFound();
  return segment;
}
