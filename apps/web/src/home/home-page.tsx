import type { Arena, Leaderboard } from "@agon/contract";
import { api } from "../api/server-client.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Notice } from "../ui/notice.tsx";
import { ArenaFrieze } from "./arena-frieze.tsx";
import { HomeHero } from "./home-hero.tsx";
import { movingTournament } from "./moving-tournament.ts";

const topRows = 5;

/** A card without its board is still a card: a board that cannot be read leaves the rest of the page standing. */
const topOf = (arena: Arena): Promise<Leaderboard | null> =>
  api()
    .leaderboard(arena.slug, { limit: topRows })
    .catch(() => null);

export async function HomePage({ lang }: { lang: Language }) {
  const t = messagesOf(lang).site.home;
  const arenas = (await api().arenas()).data;
  const live = movingTournament(arenas);
  const [boards, tournament] = await Promise.all([
    Promise.all(arenas.map(topOf)),
    live
      ? api()
          .tournament(live.id)
          .catch(() => null)
      : null,
  ]);
  return (
    <>
      <HomeHero arenas={arenas} tournament={tournament} lang={lang} />
      <section aria-labelledby="arenas">
        <h2 id="arenas" className="pb-4 text-2xl">
          {t.arenas}
        </h2>
        {arenas.length === 0 && (
          <Notice sentence={t.none}>
            <a href={href(lang, "/admin")} className="button">
              {t.noneAction}
            </a>
          </Notice>
        )}
        <ul>
          {arenas.map((arena, i) => (
            <ArenaFrieze key={arena.slug} arena={arena} board={boards[i] ?? null} lang={lang} />
          ))}
        </ul>
      </section>
    </>
  );
}
