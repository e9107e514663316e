import type { CastAnswer } from "@agon/contract";
import type { ReactNode } from "react";
import type { Messages } from "../messages/en.ts";
import { fill, formatChange, formatRating } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";

type Reveal = CastAnswer["reveal"][number];

interface Props {
  slot: number;
  letter: string;
  /** The model behind the output, after the vote. */
  reveal: Reveal | undefined;
  chosen: boolean;
  /** The rank the voter gave, in an order. */
  rank: number | null;
  modelPath: string;
  /** What stands at the end of the head before the vote: the button that ranks, in a K-wise battle. */
  action?: ReactNode;
  children: ReactNode;
  lang: string;
  t: Messages["vote"];
}

function RatingLine({ reveal, lang, t }: { reveal: Reveal; lang: string; t: Messages["vote"] }) {
  if (reveal.rating === null) return <span className="text-muted">{t.reveal.unrated}</span>;
  const change = reveal.change ?? 0;
  return (
    <span
      className="text-muted tabular-nums"
      title={fill(t.reveal.change, { change: formatChange(lang, change, 1) })}
    >
      {formatRating(lang, reveal.rating)}{" "}
      <span className={change > 0 ? "text-olive" : undefined}>{formatChange(lang, change, 1)}</span>
    </span>
  );
}

/** One output on raised paper. The name appears in the head, where the letter already is. */
export function OutputCard({
  slot,
  letter,
  reveal,
  chosen,
  rank,
  modelPath,
  action,
  children,
  lang,
  t,
}: Props) {
  return (
    <article
      id={`output-${slot}`}
      aria-label={fill(t.output, { letter })}
      data-testid="output"
      className={classNames("output", chosen && "output-chosen")}
    >
      <header className="output-head">
        <span className="output-letter" aria-hidden="true">
          {letter}
        </span>
        {reveal ? (
          <span className="output-name">
            <a
              href={`${modelPath}/${encodeURIComponent(reveal.model.slug)}`}
              className="quiet-link font-serif"
            >
              {reveal.model.name}
            </a>
            <RatingLine reveal={reveal} lang={lang} t={t} />
          </span>
        ) : (
          action
        )}
        {reveal && (chosen || rank !== null) && (
          <span className="ms-auto shrink-0 text-sm font-medium text-terracotta">
            {rank === null ? t.reveal.yours : fill(t.reveal.yourRank, { rank })}
          </span>
        )}
      </header>
      <div className="output-body">{children}</div>
    </article>
  );
}
