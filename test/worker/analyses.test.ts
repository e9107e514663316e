import type { Analyses, AnalysisPart, ImportedVerdict } from "@agon/contract";
import { analysisPart } from "@agon/contract";
import { expect, test } from "vitest";
import { api, call, operator, read } from "./support/api.ts";
import { createArena, createContest, ndjson, numbered } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { drawBallot, vote } from "./support/voter.ts";
import { importedVote, importVotes } from "./support/votes.ts";

const analyses = async (arena: string, query = "") =>
  read<Analyses>(await call("GET", `/v1/arenas/${arena}/analyses${query}`));

/** The code of a part's finding. */
const codeOf = async (arena: string, part: AnalysisPart, query = "") =>
  Object.values((await analyses(arena, `?parts=${part}${query}`)).parts)[0]?.finding.code;

const times = (count: number, row: (at: number) => Partial<ImportedVerdict>): ImportedVerdict[] =>
  Array.from({ length: count }, (_, at) => importedVote(row(at)));

test("an arena without votes has every part, each of which says that it knows too little", async () => {
  for (const arena of [await createArena(), await createContest()]) {
    const { parts, votes } = await analyses(arena);
    expect(votes).toBe(0);
    expect(Object.keys(parts)).toEqual(analysisPart.options);
    expect(Object.values(parts).map((part) => part?.finding.code)).toEqual([
      "position_too_few",
      "swap_too_few",
      "agreement_no_people",
      "cycles_too_few",
      "mixture_too_few",
      "groups_too_few",
      "fragility_too_few",
      "criteria_too_few",
      "scores_none",
      "reward_none",
    ]);
  }
});

test("one vote and one model break nothing", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  await vote(await drawBallot(arena), { outcome: "a" });
  const { parts } = await analyses(arena);
  expect(parts.fragility?.finding.code).toBe("fragility_too_few");
  expect(parts.mixture).toMatchObject({ met: 1, finding: { code: "mixture_single" } });
  expect(JSON.stringify(parts)).not.toContain("NaN");
});

test("people who favour the first place are found out, programs are not asked", async () => {
  const arena = await createContest();
  await importVotes(arena, [
    ...times(40, (at) => ({ ranks: at < 32 ? [1, 2] : [2, 1] })),
    ...times(40, (at) => ({ ranks: [2, 1], judge: { id: `r${at}`, kind: "rule" as const } })),
  ]);
  const { position } = (await analyses(arena, "?parts=position")).parts;
  expect(position?.finding).toMatchObject({ code: "position_first", values: { decided: 40, share: 0.8 } });
  expect(position?.duels).toMatchObject([{ kind: "human", decided: 40, first: 0.8 }]);
  // E. B. Wilson's interval of 32 in 40.
  expect(position?.duels[0]?.lower).toBeCloseTo(0.6524, 3);
  expect(position?.duels[0]?.upper).toBeCloseTo(0.895, 3);
});

test("rankings show which place is favoured", async () => {
  const arena = await createContest({ settings: { k: 3 } });
  await importVotes(
    arena,
    times(30, (at) => ({ models: ["m-1", "m-2", "m-3"], ranks: at < 22 ? [3, 1, 2] : [1, 3, 2] })),
  );
  const { position } = (await analyses(arena, "?parts=position")).parts;
  expect(position?.finding).toMatchObject({ code: "position_slots_biased", values: { k: 3, place: 2 } });
  expect(position?.slots[0]?.mean[2]).toBe(2);
});

test("a judge who changes sides with the places is shaky", async () => {
  const arena = await createContest();
  const judge = { id: "g", kind: "llm" } as const;
  const both = numbered("p", 3).flatMap((prompt) =>
    [
      ["m-1", "m-2"],
      ["m-2", "m-3"],
      ["m-3", "m-4"],
      ["m-1", "m-4"],
    ].flatMap(([a = "", b = ""]) => [
      importedVote({ models: [a, b], prompt, judge }),
      importedVote({ models: [b, a], prompt, judge, ranks: prompt === "p-1" ? [2, 1] : [1, 2] }),
    ]),
  );
  await importVotes(arena, both);
  const { swap } = (await analyses(arena, "?parts=swap")).parts;
  expect(swap).toMatchObject({ duels: 12, consistent: 4, first_twice: 8, second_twice: 0 });
  expect(swap?.finding.code).toBe("swap_shaky");
});

test("a judge is compared with what most people said, in all and by category", async () => {
  const arena = await createArena();
  await operator.addModels(
    arena,
    numbered("m", 9).map((slug) => ({ slug })),
  );
  await operator.addPrompts(
    arena,
    [1, 2, 3].map((n) => ({ slug: `p-${n}`, text: `${n}`, category: n === 3 ? "hard" : "easy" })),
  );
  const pairs = numbered("m", 8).flatMap((model) =>
    numbered("p", 3).map((prompt) => ({ models: [model, "m-9"], prompt })),
  );
  const rows = pairs.flatMap(({ models, prompt }, at) => {
    const people = at % 2 === 0 ? [1, 2] : [2, 1];
    const judged = prompt === "p-3" ? people.toReversed() : people;
    return [
      ...times(2, () => ({ models, prompt, ranks: people })),
      importedVote({ models, prompt, ranks: people.toReversed() }),
      importedVote({ models, prompt, ranks: judged, judge: { id: "gpt", kind: "llm" } }),
    ];
  });
  await importVotes(arena, rows);
  const { agreement } = (await analyses(arena, "?parts=agreement&judges=human")).parts;
  // 16 of 24 agree, half each way: kappa 1/3.
  expect(agreement?.judges).toMatchObject([
    {
      id: "gpt",
      kind: "llm",
      items: 24,
      share: 16 / 24,
      kappa: expect.closeTo(1 / 3, 9),
      categories: expect.arrayContaining([
        expect.objectContaining({ category: "hard", items: 8, kappa: expect.closeTo(-1, 9) }),
        expect.objectContaining({ category: "easy", items: 16, kappa: expect.closeTo(1, 9) }),
      ]),
    },
  ]);
  expect(agreement?.finding.code).toBe("agreement_weak");
});

test("a circle of models is found, with the mixture that nobody beats", async () => {
  const arena = await createContest({ models: 4 });
  // Each beats the next 8 to 2, all beat the fourth: the mixture of the circle is even.
  const circle = [
    ["m-1", "m-2"],
    ["m-2", "m-3"],
    ["m-3", "m-1"],
  ].flatMap((models) => times(40, (at) => ({ models, ranks: at % 5 === 0 ? [2, 1] : [1, 2] })));
  const dud = ["m-1", "m-2", "m-3"].flatMap((model) => times(10, () => ({ models: [model, "m-4"] })));
  await importVotes(arena, [...circle, ...dud]);
  const { cycles, mixture } = (await analyses(arena, "?parts=cycles,mixture")).parts;
  expect(cycles).toMatchObject({ triads: 4, cyclic: 1, finding: { code: "cycles_real" } });
  expect(cycles?.circles[0]?.map(({ slug }) => slug)).toEqual(["m-1", "m-2", "m-3"]);
  expect(mixture?.models.map(({ share }) => share)).toEqual([1, 1, 1].map((n) => expect.closeTo(n / 3, 9)));
  expect(mixture?.finding).toMatchObject({ code: "mixture_several", values: { models: 3 } });
});

test("two camps of voters are told apart", async () => {
  const arena = await createContest({ models: 3 });
  const camps = Array.from({ length: 24 }, (_, voter) =>
    [
      ["m-1", "m-2"],
      ["m-2", "m-3"],
      ["m-1", "m-3"],
    ].flatMap((models) =>
      times(2, () => ({
        models,
        ranks: voter < 15 ? [1, 2] : [2, 1],
        judge: { id: `v${voter}`, kind: "human" },
      })),
    ),
  );
  await importVotes(arena, camps.flat());
  const { groups } = (await analyses(arena, "?parts=groups")).parts;
  expect(groups).toMatchObject({ voters: 24, ballots: 144, finding: { code: "groups_two" } });
  expect(groups?.groups.map(({ share }) => share)).toEqual([
    expect.closeTo(15 / 24, 1),
    expect.closeTo(9 / 24, 1),
  ]);
  expect(groups?.groups.map(({ models }) => models[0]?.model.slug)).toEqual(["m-1", "m-3"]);
  expect(await codeOf(arena, "groups", "&judges=llm")).toBe("groups_too_few");
});

test("the votes that rank 1 hangs on are counted", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  // 12 to 9: three votes less and it is even, four and the other leads.
  await importVotes(arena, [...times(12, () => ({})), ...times(9, () => ({ ranks: [2, 1] }))]);
  const { fragility } = (await analyses(arena, "?parts=fragility")).parts;
  expect(fragility).toMatchObject({ leader: { slug: "m-1" }, rival: { slug: "m-2" }, votes: 4, total: 21 });
  expect(fragility?.finding.code).toBe("fragility_thin_votes");
});

test("criteria are tested on the first two models, or on two that are named", async () => {
  const criteria = ["quality", "speed"].map((slug) => ({ slug, title: slug, instruction: "Which?" }));
  const arena = await createContest({ models: 3, settings: { criteria } });
  const votes = (criterion: string, won: number, of: number) =>
    times(of, (at) => ({ criterion, ranks: at < won ? [1, 2] : [2, 1] }));
  await importVotes(arena, [...votes("quality", 45, 60), ...votes("speed", 12, 60)]);
  const part = async (query = "") => (await analyses(arena, `?parts=criteria${query}`)).parts.criteria;
  const tested = await part();
  expect(tested?.finding.code).toBe("criteria_split");
  expect(tested?.compared.map(({ slug }) => slug)).toEqual(["m-1", "m-2"]);
  // 45 : 15 is ln 3 with variance 60 / (45 * 15), z = 3.685; 12 : 48 is -ln 4, z = -4.295. Holm doubles the smaller p.
  expect(tested?.criteria.map(({ test: { difference } }) => difference)).toEqual([
    expect.closeTo(Math.log(3), 6),
    expect.closeTo(-Math.log(4), 6),
  ]);
  expect(tested?.criteria[0]?.test.adjusted).toBeCloseTo(0.00022853, 5);
  expect(tested?.criteria[1]?.test.adjusted).toBeCloseTo(2 * 0.00001745, 6);
  expect((await part("&compare=m-2,m-1"))?.criteria[0]?.test.difference).toBeCloseTo(-Math.log(3), 6);
  expect((await part("&compare=m-1,m-3"))?.finding.code).toBe("criteria_untested");
});

test("verdicts are compared with the scores that are stored with the outputs", async () => {
  const arena = await createContest({ score: (model) => -model });
  const models = ["m-1", "m-2", "m-3", "m-4"];
  await importVotes(
    arena,
    times(4, () => ({ models, ranks: [1, 2, 3, 4] })),
  );
  const { scores } = (await analyses(arena, "?parts=scores")).parts;
  expect(scores).toMatchObject({ concordant: 24, discordant: 0, tau: 1, finding: { code: "scores_close" } });
});

test("judges who say how clear a win was give rewards, with and without a length margin", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  await operator.addModels(arena, { slug: "long" });
  await operator.addOutputs(arena, ndjson([{ model: "long", prompt: "p-1", content: "x".repeat(300) }]));
  const judge = { id: "g", kind: "llm" } as const;
  const models = ["long", "m-1"];
  await importVotes(arena, [
    ...times(6, () => ({ models, judge, flags: ["much"] })),
    ...times(10, () => ({ models, judge, flags: ["slight"] })),
    ...times(4, () => ({ models, judge, ranks: [1, 1] })),
    ...times(2, () => ({ models, judge, ranks: [2, 1], flags: ["slight"] })),
    importedVote({ models, ranks: [2, 1] }),
  ]);
  const reward = async (query: string) => (await analyses(arena, `?parts=reward${query}`)).parts.reward;
  expect((await reward(""))?.models).toMatchObject([
    { model: { slug: "long" }, items: 22, reward: expect.closeTo((6 + 5 - 1) / 22, 12) },
    { model: { slug: "m-1" }, items: 22, reward: expect.closeTo((-6 - 5 + 1) / 22, 12) },
  ]);
  const margin = await reward("&length_margin=100");
  expect(margin?.models[0]?.reward).toBeCloseTo((6 - 1) / 22, 12);
  expect(margin?.finding.code).toBe("reward_found");
});

test.each([
  ["?parts=position,luck", "/parts/1"],
  ["?parts=", "/parts/0"],
  ["?criterion=taste", "/criterion"],
  ["?category=none", "/category"],
  ["?judges=cats", "/judges"],
  ["?compare=m-1", "/compare"],
  ["?compare=m-1,m-1", "/compare"],
  ["?compare=m-1,m-9", "/compare"],
  ["?length_margin=-1", "/length_margin"],
  ["?method=elo", "/method"],
])("analyses with %s are refused", async (query, pointer) => {
  const answer = await call("GET", `/v1/arenas/${await createContest()}/analyses${query}`);
  expectProblem(answer, "parameter_invalid", pointer);
});

test("a reader who has the analyses is told that they have not changed, until they have", async () => {
  const arena = await createContest();
  const path = `/v1/arenas/${arena}/analyses`;
  const etag = (await call("GET", path)).headers.get("etag") ?? "";
  expect((await call("GET", path, { headers: { "if-none-match": etag } })).status).toBe(304);
  await vote(await drawBallot(arena), { outcome: "a" });
  const after = await call("GET", path, { headers: { "if-none-match": etag } });
  expect(after.status).toBe(200);
  expect(read<Analyses>(after).seq).toBe((await api.arena(arena)).seq);
});
