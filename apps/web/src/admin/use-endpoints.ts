"use client";
import type { WebhookEndpoint } from "@agon/contract";
import { useCallback, useEffect, useState } from "react";
import { allPages } from "../api/all-pages.ts";
import type { PanelProps } from "./operator-console.tsx";

/** The webhook endpoints of an arena; read again after every change. */
export function useEndpoints({
  api,
  arena,
}: Pick<PanelProps, "api" | "arena">): [readonly WebhookEndpoint[], () => void] {
  const [list, setList] = useState<readonly WebhookEndpoint[]>([]);
  const read = useCallback(
    () => void allPages((query) => api.webhookEndpoints(arena.slug, query)).then(setList, () => setList([])),
    [api, arena.slug],
  );
  useEffect(read, [read]);
  return [list, read];
}
