import type { Judge, Leaderboard } from "@agon/contract";
import Link from "next/link";
import { count, fill } from "../messages/format.ts";
import { href, type Language, messagesOf } from "../messages/language.ts";
import { Notice } from "../ui/notice.tsx";
import { BoardsCompared } from "./boards-compared.tsx";

interface Props {
  arena: string;
  judges: readonly Judge[];
  people: Leaderboard;
  machines: Leaderboard;
  lang: Language;
}

export function JudgeList({ arena, judges, people, machines, lang }: Props) {
  const t = messagesOf(lang).judges;
  return (
    <div className="grid gap-10">
      <div className="max-w-text">
        <h1 className="pb-2 text-3xl">{t.title}</h1>
        <p className="text-muted">{t.lead}</p>
      </div>
      {judges.length === 0 ? (
        <Notice sentence={t.none}>
          <Link href={href(lang, "/admin")} prefetch={false} className="button">
            {t.noneAction}
          </Link>
        </Notice>
      ) : (
        <ul>
          {judges.map((judge) => (
            <Line key={judge.slug} arena={arena} judge={judge} lang={lang} />
          ))}
        </ul>
      )}
      <BoardsCompared people={people} machines={machines} lang={lang} />
    </div>
  );
}

function Line({ arena, judge, lang }: { arena: string; judge: Judge; lang: Language }) {
  const t = messagesOf(lang).judges;
  return (
    <li className="border-b border-line py-4">
      <Link
        href={href(lang, `/a/${arena}/judges/${encodeURIComponent(judge.slug)}`)}
        prefetch={false}
        className="quiet-link font-serif text-xl"
      >
        {judge.name}
      </Link>
      <p className="pt-1 text-sm text-muted">
        {[
          t.kind[judge.kind],
          t.status[judge.status],
          whatItDoes(judge, lang),
          count(lang, t.verdicts, judge.verdicts),
        ].join(" · ")}
      </p>
    </li>
  );
}

/** Whom a judge asks, in a few words. */
export function whatItDoes(judge: Judge, lang: Language): string {
  const t = messagesOf(lang).judges;
  if (judge.kind === "panel") return fill(t.members, { members: judge.members.join(", ") });
  if (judge.kind === "rule") return fill(t.rule, { rule: judge.rule ?? "" });
  return fill(t.model, { model: judge.model ?? "", provider: judge.provider ?? "" });
}
