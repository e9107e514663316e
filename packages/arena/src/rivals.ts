// Unreleased variants of one submitter never meet: whoever sends ten variants would otherwise choose, by their battles,
// which of them looks best.
import type { ModelEntry } from "./event.ts";

type Variant = Pick<ModelEntry, "family" | "submitter">;

/** Models of one variant group never stand in one battle; null = meets everybody. */
export const variantGroup = ({ family, submitter }: Variant): string | null =>
  family === null || submitter === undefined ? null : JSON.stringify([submitter, family.toLowerCase()]);

export const neverMeet = (a: Variant, b: Variant): boolean =>
  variantGroup(a) !== null && variantGroup(a) === variantGroup(b);
