import type { Arena, Tournament } from "@agon/contract";
import { href, type Language, messagesOf } from "../messages/language.ts";
import type { OutputKind } from "./output-body.tsx";
import { VoteStage } from "./vote-stage.tsx";

interface Props {
  arena: Arena;
  tournament?: Tournament;
  lang: Language;
}

const kindOf: Record<Arena["modality"], OutputKind> = {
  text: "text",
  code: "text",
  image: "picture",
  audio: "audio",
  video: "video",
};

const battleSize = (arena: Arena, tournament?: Tournament): number =>
  tournament && !tournament.format.startsWith("k-wise") ? 2 : arena.k;

/** The stage's frame comes from the server; the battle itself is drawn for each voter by the browser. */
export function VotePage({ arena, tournament, lang }: Props) {
  const t = messagesOf(lang).vote;
  const criterion = arena.criteria.find((one) => one.slug === tournament?.criterion) ?? arena.criteria[0];
  return (
    <>
      <noscript>
        <p className="mb-4 border-s-2 border-ink ps-4">{t.noscript}</p>
      </noscript>
      <VoteStage
        arena={arena.slug}
        tournament={tournament?.id}
        k={battleSize(arena, tournament)}
        kind={kindOf[arena.modality]}
        instruction={criterion?.instruction ?? t.defaultInstruction}
        boardPath={href(lang, tournament ? `/t/${tournament.id}` : `/a/${arena.slug}`)}
        modelPath={href(lang, `/a/${arena.slug}/m`)}
        lang={lang}
        t={t}
      />
    </>
  );
}
