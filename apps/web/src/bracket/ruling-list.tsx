import type { Match } from "@agon/contract";
import { formatMoment } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";
import { type Ruling, rulingText } from "./ruling-text.ts";

interface Props {
  rulings: readonly Ruling[];
  places: Match["places"];
  lang: Language;
}

/** What operators decided over the verdicts of a match, oldest first; nothing where they did not. */
export function RulingList({ rulings, places, lang }: Props) {
  const t = messagesOf(lang).bracket;
  const names = places.map(({ model }) => model?.name ?? t.open);
  if (rulings.length === 0) return null;
  return (
    <section aria-labelledby="rulings" className="pt-4">
      <h2 id="rulings" className="pb-2 text-2xl">
        {t.match.rulings}
      </h2>
      <ol>
        {rulings.map((ruling) => (
          <li
            key={ruling.seq}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5"
          >
            <span>{rulingText(ruling, names, t.match)}</span>
            <time dateTime={ruling.at} className="ms-auto text-sm text-muted tabular-nums">
              {formatMoment(lang, ruling.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
