import dynamic from "next/dynamic";
import type { Messages } from "../messages/en.ts";
import type { Playback } from "../playback/playback.ts";
import { pictureOf, storedFile } from "../ui/picture.ts";

// Only arenas of text need Markdown; pictures do without its 40 KB, and the server, which draws no battle, does too.
const MarkdownText = dynamic(() => import("../ui/markdown-text.tsx"), { ssr: false, loading: TextSkeleton });

const Recording = dynamic(() => import("../playback/recording.tsx"), { ssr: false });

/** What the outputs of an arena are, as far as showing them differs. */
export type OutputKind = "text" | "picture" | "audio" | "video";

interface Props {
  kind: OutputKind;
  playback: Playback;
  output: { slot: number; content: string | null; media_url: string | null };
  letter: string;
  /** True after the vote: links may lead away then. */
  revealed: boolean;
  onZoom: () => void;
  t: Messages["vote"];
}

export function TextSkeleton() {
  return (
    <div className="grid gap-3 py-1" aria-hidden="true">
      {[96, 100, 91, 97, 64, 99, 88, 40].map((width) => (
        <span key={width} className="skeleton h-3.5" style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}

export function OutputBody({ kind, playback, output, letter, revealed, onZoom, t }: Props) {
  const file = storedFile(output.media_url);
  if (file !== null && (kind === "audio" || kind === "video"))
    return (
      <Recording
        key={file}
        kind={kind}
        address={file}
        label={t.output.replace("{letter}", letter)}
        slot={output.slot}
        playback={playback}
      />
    );
  const picture = pictureOf(output);
  if (picture)
    return (
      <button type="button" className="output-picture" onClick={onZoom}>
        {/* biome-ignore lint/performance/noImgElement: stored pictures are shown as they are */}
        <img src={picture} alt={t.output.replace("{letter}", letter)} decoding="async" />
        <span className="sr-only">{t.zoom.open.replace("{letter}", letter)}</span>
      </button>
    );
  if (output.content === null) return <p className="text-muted">{t.remote}</p>;
  if (output.content.trim() === "") return <p className="text-muted italic">{t.emptyOutput}</p>;
  return <MarkdownText text={output.content} hiddenImage={t.hiddenImage} links={revealed} />;
}
