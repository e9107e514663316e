import type { Leaderboard } from "@agon/contract";
import { formatChange, formatNumber } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";

interface Ranks {
  readonly slug: string;
  readonly name: string;
  readonly people: number;
  readonly machines: number;
}

/** Models that both boards rate, those with the widest gap between their ranks first. */
export function comparedRanks(people: Leaderboard, machines: Leaderboard): Ranks[] {
  const rated = machines.models.filter(({ rating }) => rating !== null);
  const ranks = new Map(rated.map(({ model, rank }) => [model.slug, rank]));
  return people.models
    .flatMap(({ model: { slug, name }, rating, rank }) => {
      const machine = ranks.get(slug);
      return rating === null || machine === undefined
        ? []
        : [{ slug, name, people: rank, machines: machine }];
    })
    .sort((a, b) => Math.abs(b.people - b.machines) - Math.abs(a.people - a.machines));
}

export function BoardsCompared({
  people,
  machines,
  lang,
}: {
  people: Leaderboard;
  machines: Leaderboard;
  lang: Language;
}) {
  const t = messagesOf(lang).judges;
  const rows = comparedRanks(people, machines);
  return (
    <section aria-labelledby="boards-compared" className="grid gap-3">
      <h2 id="boards-compared" className="text-2xl">
        {t.boards}
      </h2>
      <p className="max-w-text text-muted">{rows.length === 0 ? t.boardsNone : t.boardsText}</p>
      {rows.length > 0 && (
        <div className="overflow-x-auto">
          <table className="list tabular-nums">
            <thead>
              <tr>
                <th scope="col">{t.modelColumn}</th>
                <th scope="col" className="list-number">
                  {t.byPeople}
                </th>
                <th scope="col" className="list-number">
                  {t.byMachines}
                </th>
                <th scope="col" className="list-number">
                  {t.difference}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.slug}>
                  <th scope="row" className="font-serif">
                    {row.name}
                  </th>
                  <td className="list-number">{formatNumber(lang, row.people)}</td>
                  <td className="list-number">{formatNumber(lang, row.machines)}</td>
                  <td className="list-number">{formatChange(lang, row.people - row.machines)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
