import type { Match, TournamentChart } from "@agon/contract";
import { ArrowDown, ArrowUp, Clock, Equal, Flag, type LucideIcon } from "lucide-react";
import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { classNames } from "../ui/class-names.ts";
import { matchSentence } from "./match-sentence.ts";
import { PromptStrip } from "./prompt-strip.tsx";
import type { Bracket } from "./shown-tournament.ts";

interface RoundsProps {
  chart: Extract<TournamentChart, { kind: "swiss" }>;
  brackets: readonly Bracket[];
  current: string | null;
  chosen: boolean;
  running: boolean;
  path: string;
  lang: string;
  t: Messages["bracket"];
}

type State = "played" | "now" | "ahead";

function stateOf(begun: boolean, brackets: readonly Bracket[]): State {
  if (!begun) return "ahead";
  return brackets.every(({ decided, total }) => total !== null && decided >= total) ? "played" : "now";
}

/** The rounds of a Swiss tournament, each with a step per prompt; what a round pairs follows from those before it. */
export function SwissRounds({ chart, brackets, current, chosen, running, path, lang, t }: RoundsProps) {
  return (
    <section aria-labelledby="swiss-rounds" className="grid gap-4">
      <h2 id="swiss-rounds" className="text-2xl">
        {t.swiss.rounds}
      </h2>
      <ol className="swiss-rounds">
        {chart.rounds.map(({ prompts, begun }, round) => {
          const own = brackets.filter(({ group }) => group !== null && prompts.includes(group));
          const state = stateOf(begun, own);
          return (
            <li key={prompts[0] ?? round} className={classNames("swiss-round", `swiss-${state}`)}>
              <h3>
                {fill(t.rounds.number, { n: round + 1 })}
                <span className="text-muted">
                  {" "}
                  {count(lang, t.prompts, prompts.length)} · {t.swiss[state]}
                </span>
              </h3>
              {begun && (
                <PromptStrip
                  brackets={own}
                  current={current}
                  chosen={chosen}
                  running={running}
                  path={path}
                  view={undefined}
                  label={`${fill(t.rounds.number, { n: round + 1 })}: ${t.pick.label}`}
                  foot={false}
                  t={t.pick}
                />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const icons: Readonly<Record<"up" | "down" | "level" | "open" | "out", LucideIcon>> = {
  up: ArrowUp,
  down: ArrowDown,
  level: Equal,
  open: Clock,
  out: Flag,
};

/** What a pairing says of the row: the one who stood before stays before, falls behind, or is level. */
function resultOf({ status, ranks }: Match): keyof typeof icons {
  if (status === "forfeit" || status === "void") return "out";
  const [first, second] = ranks ?? [];
  if (first === undefined || second === undefined) return "open";
  return first === second ? "level" : first < second ? "up" : "down";
}

interface ChainProps {
  matches: readonly Match[];
  round: string;
  path: string;
  active: string | null;
  t: Messages["bracket"];
}

/** The pairings of one prompt: everybody in a row by rating, neighbours meet. */
export function SwissChain({ matches, round, path, active, t }: ChainProps) {
  const seat = (match: Match, place: number) => {
    const model = match.places[place]?.model;
    return (
      <span className={classNames("chain-seat", active !== null && model?.slug === active && "seat-active")}>
        {model?.name}
      </span>
    );
  };
  return (
    <ol className="swiss-chain">
      {matches.map((match, at) => {
        const result = resultOf(match);
        const Icon = icons[result];
        const words = (
          <>
            <span className="sr-only">{matchSentence(match, round, false, t)}</span>
            <Icon size={14} aria-hidden="true" />
            <span aria-hidden="true">{t.swiss.result[result]}</span>
          </>
        );
        return (
          <li key={match.id} data-match={match.id} data-status={match.status}>
            {at === 0 && seat(match, 0)}
            {result === "open" ? (
              <span className="chain-link">{words}</span>
            ) : (
              <a
                href={`${path}/m/${encodeURIComponent(match.id)}`}
                className={classNames("chain-link quiet-link", `chain-${result}`)}
              >
                {words}
              </a>
            )}
            {seat(match, 1)}
          </li>
        );
      })}
    </ol>
  );
}
