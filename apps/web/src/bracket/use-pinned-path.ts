"use client";
import { useCallback, useState } from "react";

export interface Pinning {
  /** Slug of the model whose path is shown: the one pointed at, else the pinned one. */
  readonly active: string | null;
  readonly pinned: string | null;
  readonly point: (model: string | null) => void;
  /** Keeps a model's path, or lets it go when it was kept already. */
  readonly pin: (model: string) => void;
}

export function usePinnedPath(): Pinning {
  const [pointed, point] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const pin = useCallback((model: string) => setPinned((before) => (before === model ? null : model)), []);
  return { active: pointed ?? pinned, pinned, point, pin };
}
