"use client";
import { useEffect, useRef } from "react";
import { loudnessOf } from "./loudness.ts";
import type { Playback } from "./playback.ts";

interface Props {
  kind: "audio" | "video";
  address: string;
  label: string;
  slot: number;
  playback: Playback;
}

const wantsStillness = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A sound or film of a battle, with the browser's own controls. Films run silently in a loop from the start. */
export default function Recording({ kind, address, label, slot, playback }: Props) {
  const element = useRef<HTMLAudioElement & HTMLVideoElement>(null);
  useEffect(() => {
    const track = element.current;
    if (track === null) return;
    const leave = playback.join(slot, track);
    if (kind === "video" && !wantsStillness()) track.play().catch(() => undefined);
    if (kind === "audio") void loudnessOf(address).then((level) => playback.heard(slot, level ?? 0));
    return leave;
  }, [kind, address, slot, playback]);
  const common = {
    ref: element,
    src: address,
    controls: true,
    preload: "auto",
    "aria-label": label,
    onPlay: () => playback.started(slot),
    onPause: () => playback.stopped(slot),
    onTimeUpdate: () => playback.moved(slot),
    onSeeked: () => playback.moved(slot),
  } as const;
  // biome-ignore-start lint/a11y/useMediaCaption: what models make comes without captions
  return kind === "audio" ? (
    <audio {...common} className="w-full" />
  ) : (
    <video {...common} className="w-full rounded-md" muted loop playsInline />
  );
  // biome-ignore-end lint/a11y/useMediaCaption: what models make comes without captions
}
