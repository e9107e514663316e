import type { TournamentSummary } from "@agon/contract";
import type { FeedStatus } from "../live/feed-connection.ts";
import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import { LiveMark } from "../ui/live-mark.tsx";
import { progressOf } from "./current-bracket.ts";
import { ruleText } from "./rule-text.ts";

interface Props {
  tournament: TournamentSummary;
  status: FeedStatus;
  lang: string;
  t: Messages["bracket"];
}

const judges = ["human", "llm", "rule", "panel"] as const;

function judgeText({ kind, rule }: TournamentSummary["judge"], t: Messages["bracket"]): string {
  if (rule !== null) return fill(t.judgeRule, { rule: ruleText(rule, t) });
  return t.judge[judges.find((known) => known === kind) ?? "human"];
}

function Progress({ tournament, lang, t }: Omit<Props, "status">) {
  const { matches_decided: done, matches_total: total } = tournament;
  const share = progressOf(done, total);
  if (share === null) return <p>{count(lang, t.progressOpen, done)}</p>;
  const text = fill(t.progress, { done, total: total ?? 0 });
  return (
    <div className="grid gap-1.5">
      <p className="tabular-nums">{text}</p>
      <div
        className={classNames("progress", tournament.status === "running" && "progress-live")}
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={total ?? 0}
        aria-valuenow={done}
      >
        <i style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}

/** What kind of tournament this is, who judges, and how far it is. */
export function TournamentFacts({ tournament, status, lang, t }: Props) {
  const running = tournament.status === "running";
  return (
    <div className="grid gap-3 pb-6">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        {running ? (
          <LiveMark status={status} open={t.status.running} polling={t.liveState.polling} />
        ) : (
          <span className="text-ink">{t.status[tournament.status]}</span>
        )}
        <span>{t.format[tournament.format]}</span>
        <span>{judgeText(tournament.judge, t)}</span>
        <span>{count(lang, t.entrants, tournament.entrants_total)}</span>
        <span>{count(lang, t.prompts, tournament.prompts_total)}</span>
        <span title={t.seedTitle}>
          {t.seed}: <code className="text-[0.92em]">{tournament.seed}</code>
        </span>
      </p>
      <Progress tournament={tournament} lang={lang} t={t} />
    </div>
  );
}
