import { origin } from "./origin.ts";

/** The message in which a frame tells its height. */
interface Told {
  readonly agon?: { readonly v?: unknown; readonly height?: unknown };
}

/** Frames of this origin get the height they ask for. */
export function fitFrames(): void {
  addEventListener("message", ({ origin: from, data, source }: MessageEvent<Told | null>) => {
    const height = from === origin && data?.agon?.v === 1 ? Number(data.agon.height) : 0;
    if (!(height > 0)) return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.style.height = `${height}px`;
  });
}
