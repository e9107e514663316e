"use client";
import { useCallback, useEffect, useState } from "react";
import type { OwnKeys } from "./key-map.ts";

export interface KeySettings {
  readonly enabled: boolean;
  readonly own: OwnKeys;
}

const place = "agon.vote.keys";
const standard: KeySettings = { enabled: true, own: {} };

function remembered(): KeySettings {
  try {
    const stored = JSON.parse(localStorage.getItem(place) ?? "null") as Partial<KeySettings> | null;
    return { ...standard, ...stored };
  } catch {
    return standard;
  }
}

/** Whether keys vote and which ones; remembered in this browser. */
export function useKeySettings(): [KeySettings, (settings: KeySettings) => void] {
  const [settings, setSettings] = useState(standard);
  useEffect(() => setSettings(remembered()), []);
  const change = useCallback((next: KeySettings) => {
    localStorage.setItem(place, JSON.stringify(next));
    setSettings(next);
  }, []);
  return [settings, change];
}
