import type { Analyses } from "@agon/contract";
import { boardAxis } from "../board/axis.ts";
import type { Messages } from "../messages/en.ts";
import { fill, formatChange, formatNumber, formatPercent, formatRating } from "../messages/format.ts";
import { type Language, messagesOf } from "../messages/language.ts";
import { CampsDrawing } from "./camps-drawing.tsx";
import { CircleDrawing } from "./circle-drawing.tsx";
import { fixedAxis, Measures } from "./measures.tsx";
import { ShareBar } from "./share-bar.tsx";

type Parts = Required<Analyses["parts"]>;
type Drawn<Name extends keyof Parts> = { part: NonNullable<Parts[Name]>; lang: Language };

const textsOf = (lang: Language): Messages["analyses"] => messagesOf(lang).analyses;

const half = fixedAxis([0, 0.25, 0.5, 0.75, 1]);
const unit = fixedAxis([-1, -0.5, 0, 0.5, 1]);

export function PositionDrawing({ part, lang }: Drawn<"position">) {
  const t = textsOf(lang);
  const { judges } = messagesOf(lang).board;
  const share = (value: number | null) => formatPercent(lang, value ?? 0);
  return (
    <>
      {part.duels.length > 0 && (
        <Measures
          caption={t.position.caption}
          columns={{ name: t.columns.judge, value: t.position.first }}
          axis={half}
          tick={share}
          zero={0.5}
          measures={part.duels.map(({ kind, decided, first, lower, upper }) => ({
            key: kind,
            name: `${judges[kind]} (${formatNumber(lang, decided)})`,
            value: first,
            lower,
            upper,
            text:
              first === null
                ? "–"
                : fill(t.between, { value: share(first), lower: share(lower), upper: share(upper) }),
          }))}
        />
      )}
      {part.slots.map(({ k, ballots, mean }) => (
        <Measures
          key={k}
          caption={fill(t.position.slots, { k })}
          columns={{ name: fill(t.position.slots, { k }), value: t.position.meanRank }}
          axis={fixedAxis(Array.from({ length: k }, (_, at) => at + 1))}
          tick={String}
          zero={(k + 1) / 2}
          measures={mean.map((rank, at) => ({
            key: String(at),
            name: fill(t.position.slot, { n: at + 1, ballots: formatNumber(lang, ballots) }),
            value: rank,
            lower: null,
            upper: null,
            text: formatNumber(lang, rank, 2),
          }))}
        />
      ))}
    </>
  );
}

export function SwapDrawing({ part, lang }: Drawn<"swap">) {
  const t = textsOf(lang).swap;
  if (part.duels === 0) return null;
  const rest = part.duels - part.consistent - part.first_twice - part.second_twice;
  const parts = [
    { key: "same", label: t.consistent, n: part.consistent },
    { key: "first", label: t.firstTwice, n: part.first_twice },
    { key: "second", label: t.secondTwice, n: part.second_twice },
    { key: "rest", label: t.tied, n: rest },
  ];
  return (
    <ShareBar
      parts={parts.map(({ key, label, n }) => ({ key, label, share: n, text: formatNumber(lang, n) }))}
    />
  );
}

export function AgreementDrawing({ part, lang }: Drawn<"agreement">) {
  const t = textsOf(lang);
  const rows = part.judges.flatMap((judge) => [
    { key: judge.id, name: judge.id, ...judge },
    ...judge.categories.map((own) => ({
      key: `${judge.id}/${own.category}`,
      name: `– ${own.category}`,
      ...own,
    })),
  ]);
  const known = rows.filter(({ items }) => items > 0);
  if (known.length === 0) return null;
  const number = (value: number | null) => formatNumber(lang, value ?? 0, 2);
  return (
    <Measures
      caption={t.agreement.caption}
      columns={{ name: t.columns.judge, value: t.agreement.kappa }}
      axis={unit}
      tick={(value) => formatNumber(lang, value, 1)}
      zero={0}
      measures={known.map(({ key, name, items, kappa, lower, upper }) => ({
        key,
        name: `${name} (${formatNumber(lang, items)})`,
        value: kappa,
        lower,
        upper,
        text:
          kappa === null
            ? "–"
            : fill(t.between, { value: number(kappa), lower: number(lower), upper: number(upper) }),
      }))}
    />
  );
}

export function CyclesDrawing({ part, lang }: Drawn<"cycles">) {
  const t = textsOf(lang).cycles;
  if (part.circles.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-6">
      {part.circles.slice(0, 4).map((circle) => {
        const [first = "", second = "", third = ""] = circle.map(({ name }) => name);
        return (
          <CircleDrawing
            key={circle.map(({ slug }) => slug).join()}
            circle={circle}
            sentence={fill(t.circle, { first, second, third })}
          />
        );
      })}
    </div>
  );
}

export function MixtureDrawing({ part, lang }: Drawn<"mixture">) {
  if (part.models.length < 2 || part.finding.code === "mixture_sparse") return null;
  return (
    <ShareBar
      parts={part.models.map(({ model, share }) => ({
        key: model.slug,
        label: model.name,
        share,
        text: formatPercent(lang, share),
      }))}
    />
  );
}

export function GroupsDrawing({ part, lang }: Drawn<"groups">) {
  const t = textsOf(lang).groups;
  const [first, second] = part.groups;
  if (first === undefined || second === undefined) return null;
  const title = (share: number, n: number) => fill(t.group, { n, share: formatPercent(lang, share) });
  return (
    <CampsDrawing
      groups={part.groups}
      titles={[title(first.share, 1), title(second.share, 2)]}
      label={fill(t.label, {
        first: first.models
          .slice(0, 3)
          .map(({ model }) => model.name)
          .join(", "),
        second: second.models
          .slice(0, 3)
          .map(({ model }) => model.name)
          .join(", "),
      })}
      region={t.region}
      lang={lang}
    />
  );
}

export function FragilityDrawing({ part, lang }: Drawn<"fragility">) {
  const t = textsOf(lang).fragility;
  if (part.votes === null) return null;
  const rest = part.total - part.votes;
  const parts = [
    { key: "gone", label: t.gone, n: part.votes },
    { key: "rest", label: t.rest, n: rest },
  ];
  return (
    <ShareBar
      parts={parts.map(({ key, label, n }) => ({ key, label, share: n, text: formatNumber(lang, n) }))}
    />
  );
}

export function CriteriaDrawing({ part, lang }: Drawn<"criteria">) {
  const t = textsOf(lang);
  const [one, other] = part.compared;
  const all = part.criteria.flatMap(({ models }) => models);
  if (one === undefined || other === undefined || all.length === 0) return null;
  const axis = boardAxis(all);
  const rating = (value: number | null) => formatRating(lang, value ?? 0);
  const rows = part.criteria.flatMap(({ criterion, title, models, test }) =>
    [one, other].flatMap(({ slug, name }, at) => {
      const row = models.find(({ model }) => model.slug === slug);
      if (row === undefined) return [];
      const p = test.adjusted === null ? "" : fill(t.criteria.p, { p: formatNumber(lang, test.adjusted, 3) });
      return [
        {
          key: `${criterion}/${slug}`,
          name: `${title}: ${name}`,
          ...row,
          text: `${rating(row.rating)}${at === 0 ? p : ""}`,
        },
      ];
    }),
  );
  return (
    <Measures
      caption={t.criteria.caption}
      columns={{ name: t.columns.criterion, value: t.columns.rating }}
      axis={axis}
      tick={rating}
      measures={rows.map(({ key, name, rating: value, lower, upper, text }) => ({
        key,
        name,
        value,
        lower,
        upper,
        text,
      }))}
    />
  );
}

export function ScoresDrawing({ part, lang }: Drawn<"scores">) {
  const t = textsOf(lang).scores;
  if (part.concordant + part.discordant + part.tied === 0) return null;
  const parts = [
    { key: "same", label: t.concordant, n: part.concordant },
    { key: "other", label: t.discordant, n: part.discordant },
    { key: "tied", label: t.tied, n: part.tied },
  ];
  return (
    <ShareBar
      parts={parts.map(({ key, label, n }) => ({ key, label, share: n, text: formatNumber(lang, n) }))}
    />
  );
}

export function RewardDrawing({ part, lang }: Drawn<"reward">) {
  const t = textsOf(lang);
  if (part.models.length === 0) return null;
  return (
    <Measures
      caption={t.reward.caption}
      columns={{ name: t.columns.model, value: t.reward.reward }}
      axis={unit}
      tick={(value) => formatChange(lang, value, 1)}
      zero={0}
      measures={part.models.map(({ model, items, reward }) => ({
        key: model.slug,
        name: `${model.name} (${formatNumber(lang, items)})`,
        value: reward,
        lower: null,
        upper: null,
        text: formatChange(lang, reward, 3),
      }))}
    />
  );
}
