import type { Arena } from "@agon/contract";
import { lazy } from "react";
import type { Language } from "../messages/language.ts";
import { messagesOf } from "../messages/language.ts";
import { pictureOf, storedFile } from "../ui/picture.ts";

// On the server this resolves before the page is sent; in the browser nothing of it is loaded.
const MarkdownText = lazy(() => import("../ui/markdown-text.tsx"));

interface Props {
  output: { content: string | null; media_url: string | null; taken_down: boolean };
  /** What the picture is, for those who do not see it. */
  alt: string;
  /** The arena's: says how a stored file is shown. */
  modality: Arena["modality"];
  lang: Language;
}

/** An output whose model is known: no blindness to keep, and still no foreign pictures. */
export function StoredOutput({ output, alt, modality, lang }: Props) {
  const { model: t, vote } = messagesOf(lang);
  if (output.taken_down) return <p className="text-muted italic">{t.takenDown}</p>;
  const file = storedFile(output.media_url);
  // biome-ignore-start lint/a11y/useMediaCaption: what models make comes without captions
  if (file !== null && modality === "audio")
    return <audio src={file} controls preload="none" aria-label={alt} className="w-full" />;
  if (file !== null && modality === "video")
    return (
      <video src={file} controls muted playsInline preload="metadata" aria-label={alt} className="w-full" />
    );
  // biome-ignore-end lint/a11y/useMediaCaption: what models make comes without captions
  const picture = pictureOf(output);
  if (picture)
    // biome-ignore lint/performance/noImgElement: stored pictures are shown as they are
    return <img src={picture} alt={alt} loading="lazy" decoding="async" className="w-full rounded-md" />;
  if (output.content === null)
    return (
      <a
        href={output.media_url ?? ""}
        rel="nofollow noopener noreferrer"
        target="_blank"
        className="quiet-link"
      >
        {t.elsewhere}
      </a>
    );
  if (output.content.trim() === "") return <p className="text-muted italic">{t.empty}</p>;
  return <MarkdownText text={output.content} hiddenImage={vote.hiddenImage} links />;
}
