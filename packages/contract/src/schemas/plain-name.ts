import { z } from "@hono/zod-openapi";

/** Control characters, line and paragraph separators, and what turns or hides the text around it. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const hiddenInText = /(?![\n\r\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A name that a stranger may give: one line of text that shows what it is, without markup. */
export const plainName = (maxChars: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxChars)
    .refine((text) => !hidden.test(text), "holds control, direction or invisible characters")
    .refine((text) => !/[<>]/.test(text), "holds markup: write it without < and >");

/** Several lines of a stranger's text. */
export const plainText = (maxChars: number) =>
  z
    .string()
    .max(maxChars)
    .refine((text) => !hiddenInText.test(text), "holds control or direction characters");
