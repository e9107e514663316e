import type { Arena } from "@agon/contract";
import { count, fill } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { ArenaTabs } from "./arena-tabs.tsx";

export function ArenaHeader({ arena, lang }: { arena: Arena; lang: Language }) {
  const { home, tabs, paused } = messagesOf(lang).site;
  const facts = [
    home.modality[arena.modality],
    arena.k > 2 ? fill(home.kWise, { k: arena.k }) : home.duel,
    count(lang, home.models, arena.models),
    count(lang, home.prompts, arena.prompts),
  ];
  return (
    <div className="pt-5 pb-5 sm:pt-8 sm:pb-6">
      {/* On a phone the stage needs the room; the title of the page still says where the voter is. */}
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pb-5 max-md:[body:has(.vote-bar)_&]:hidden">
        <p className="font-serif text-3xl font-semibold tracking-tight">{arena.title}</p>
        <p className="text-sm text-muted">{facts.join(" · ")}</p>
      </div>
      <ArenaTabs path={href(lang, `/a/${arena.slug}`)} t={tabs} />
      {arena.status === "paused" && (
        <p className="border-b border-line bg-raised px-4 py-3 text-sm">{paused}</p>
      )}
    </div>
  );
}
