import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../failure.ts";
import { jsonLines, madeFile, removeMadeFiles } from "../made-files.ts";
import { type Board, boardOf } from "./board.ts";
import { type RateFileOptions, rateFile } from "./rate-file.ts";

afterAll(removeMadeFiles);

const plain: RateFileOptions = { cluster: null, seed: 0 };
const points = 400 / Math.LN10;

async function board(name: string, text: string, options: Partial<RateFileOptions> = {}): Promise<Board> {
  return boardOf(await rateFile(await madeFile(name, text), { ...plain, ...options }));
}

const ratings = ({ models }: Board) =>
  Object.fromEntries(models.map(({ model, rating }) => [model, rating ?? 0]));

// Three wins of a and one of b: the odds are 3, the difference ln 3.
const threeToOne = [
  ["a", "b", "left"],
  ["b", "a", "right"],
  ["a", "b", "left"],
  ["a", "b", "right"],
] as const;
const csvOf = (header: string, words: (winner: string) => string) =>
  `${header}\n${threeToOne.map(([a, b, winner]) => `${a},${b},${words(winner)}`).join("\n")}\n`;

describe("the same votes in every shape", () => {
  const asWord = (winner: string) => (winner === "left" ? "model_a" : "model_b");
  const objects = threeToOne.map(([left, right, winner]) => ({ left, right, winner, more: 1 }));
  const logged = threeToOne.map(([a, b, winner], seq) => ({
    seq,
    criterion: "overall",
    judge: { id: `v${seq}`, kind: "human" },
    slots: [
      { model: a, prompt: "p" },
      { model: b, prompt: "p" },
    ],
    ranks: winner === "left" ? [1, 2] : [2, 1],
    first_only: false,
    counted: true,
    withdrawn_by: null,
  }));
  const exported =
    "seq,criterion,judge,judge_kind,prompt,models,ranks,first_only,counted,withdrawn_by\n" +
    logged
      .map(
        (row) =>
          `${row.seq},overall,${row.judge.id},human,p,${row.slots.map(({ model }) => model).join(" ")},${row.ranks.join(" ")},false,true,\n`,
      )
      .join("");

  test.each([
    ["CSV by left and right", "v.csv", csvOf("left,right,winner", (winner) => winner)],
    ["CSV by model_a and model_b", "v.csv", csvOf("model_a,model_b,winner", asWord)],
    ["CSV with quotes", "v.csv", csvOf('"left","right","winner"', (winner) => `"${winner}"`)],
    ["a JSON array", "v.json", JSON.stringify(objects, null, 2)],
    ["JSON lines", "v.jsonl", jsonLines(...objects)],
    ["the public log", "v.jsonl", jsonLines(...logged)],
    ["a page of the public log", "v.json", JSON.stringify({ data: logged, next_cursor: null })],
    ["the exported log", "v.csv", exported],
  ])("%s gives odds of three to one", async (_, name, text) => {
    const result = await board(name, text);
    expect(result).toMatchObject({ method: "bradley-terry", votes: 4, converged: true });
    expect(ratings(result).a).toBeCloseTo(1000 + (points * Math.log(3)) / 2, 6);
    expect(ratings(result).b).toBeCloseTo(1000 - (points * Math.log(3)) / 2, 6);
    expect(result.models[0]).toMatchObject({ model: "a", games: 4, wins: 3, losses: 1, ties: 0 });
  });
});

test("ties, bad ones too, count half", async () => {
  const text = "model_a,model_b,winner\na,b,tie\na,b,tie (bothbad)\na,b,both_bad\n";
  const result = await board("v.csv", text);
  expect(ratings(result)).toEqual({ a: 1000, b: 1000 });
  expect(result.models[0]).toMatchObject({ ties: 3 });
});

test("elo follows the order of the file", async () => {
  // Two equals, K 4: the winner gains 2 points.
  expect(ratings(await board("v.csv", "left,right,winner\na,b,left\n", { method: "elo" }))).toEqual({
    a: 1002,
    b: 998,
  });
});

test("rankings are rated by Plackett-Luce", async () => {
  // Golden of the method: prior N(0, 1.5^2), one ballot 0 > 1 > 2 > 3.
  const result = await board("v.jsonl", jsonLines({ ranking: [["m0"], ["m1"], ["m2"], ["m3"]] }));
  expect(result.method).toBe("plackett-luce");
  const golden = { m0: 1.0509, m1: 0.36088, m2: -0.29442, m3: -1.11736 };
  for (const [model, theta] of Object.entries(golden)) {
    expect(((ratings(result)[model] ?? 0) - 1000) / points).toBeCloseTo(theta, 4);
  }
});

test("equal rankings weigh as often as they occur", async () => {
  const one = { ranking: [["a"], ["b"], ["c"]] };
  const other = { ranking: [["b"], ["a", "c"]] };
  const text = jsonLines(one, other, one);
  const counted = await board("v.jsonl", text);
  const byBallot = await board("v.jsonl", text, { interval: "bootstrap" });
  for (const [model, rating] of Object.entries(ratings(counted))) {
    expect(ratings(byBallot)[model]).toBeCloseTo(rating, 6);
  }
  expect(counted.models.map(({ games }) => games)).toEqual([3, 3, 3]);
});

test("voters who may have guessed move the ratings less", async () => {
  const text = jsonLines(...Array.from({ length: 5 }, () => ({ ranking: [["a"], ["b"], ["c"]] })));
  const [sure, unsure] = [await board("v.jsonl", text), await board("v.jsonl", text, { careful: 0.5 })];
  expect(ratings(unsure).a).toBeLessThan(ratings(sure).a ?? 0);
  expect(ratings(unsure).a).toBeGreaterThan(1000);
});

test("with one stage only the best is known", async () => {
  const ranking = [["a"], ["b"], ["c"]];
  const result = await board("v.jsonl", jsonLines({ ranking, stages: 1 }));
  expect(ratings(result).b).toBeCloseTo(ratings(result).c ?? 0, 9);
  expect(ratings(result).a).toBeGreaterThan(1000);
});

test("a million-vote method and the ballot-by-ballot one agree", async () => {
  const models = Array.from({ length: 20 }, (_, at) => `m${at}`);
  const lines = Array.from({ length: 3_000 }, (_, at) => {
    const [a, b] = [models[(at * 7) % 20], models[(at * 11 + 3) % 20]];
    return a === b ? "" : `${a},${b},${["left", "right", "tie"][(at * 13) % 3]},w${at}\n`;
  });
  const text = `left,right,winner,worker\n${lines.join("")}`;
  const counted = ratings(await board("v.csv", text));
  const byBallot = ratings(await board("v.csv", text, { cluster: "worker" }));
  expect(Object.keys(counted)).toHaveLength(20);
  for (const [model, rating] of Object.entries(counted)) expect(byBallot[model]).toBeCloseTo(rating, 6);
});

test("clusters widen the intervals of votes that hang together", async () => {
  const lines = Array.from({ length: 25 }, (_, worker) =>
    `a,b,${worker % 3 === 0 ? "right" : "left"},${worker}\n`.repeat(8),
  );
  const text = `left,right,winner,worker\n${lines.join("")}`;
  const width = async (cluster: string | null) => {
    const [first] = (await board("v.csv", text, { cluster })).models;
    return (first?.upper ?? 0) - (first?.lower ?? 0);
  };
  // Eight equal votes of a person say as much as one: the interval grows by sqrt(8).
  expect((await width("worker")) / (await width(null))).toBeCloseTo(Math.sqrt(8), 2);
});

test("log rows that do not count, were taken back or were not asked for are left out", async () => {
  const row = {
    criterion: "overall",
    judge: { id: "v", kind: "human" },
    slots: [
      { model: "a", prompt: "p" },
      { model: "b", prompt: "p" },
    ],
    ranks: [1, 2],
    counted: true,
    withdrawn_by: null,
  };
  const text = jsonLines(
    row,
    { ...row, counted: false },
    { ...row, withdrawn_by: 9 },
    { ...row, judge: { id: "r", kind: "rule" } },
    { ...row, criterion: "beauty" },
  );
  const chosen = { criterion: "overall", judges: "human", interval: "none" } as const;
  expect((await board("v.jsonl", text, chosen)).votes).toBe(1);
  await expect(board("v.jsonl", text)).rejects.toThrow("several criteria: overall, beauty");
});

describe("a page of the public log", () => {
  const row = {
    criterion: "overall",
    judge: { id: "v", kind: "human" },
    slots: [
      { model: "a", prompt: "p" },
      { model: "b", prompt: "p" },
    ],
    ranks: [1, 2],
    counted: true,
    withdrawn_by: null,
  };
  const page = (next: string | null, ...data: object[]) => ({ data, next_cursor: next });
  const codes = async (text: string) => (await board("v.json", text)).warnings.map(({ code }) => code);

  test("that has a next one is rated with a warning that says how to take the whole log", async () => {
    const { votes, warnings } = await board("v.json", JSON.stringify(page("7", row)));
    expect(votes).toBe(1);
    expect(warnings[0]).toMatchObject({
      code: "first-page-only",
      message: expect.stringMatching(/only the first page.*agon export --what verdicts/),
    });
  });

  test("without a next one is the whole log, and so are all pages after each other", async () => {
    expect(await codes(JSON.stringify(page(null, row)))).not.toContain("first-page-only");
    expect(await codes(jsonLines(page("7", row), page(null, row)))).not.toContain("first-page-only");
    expect(await codes(jsonLines(page("7", row), page("8", row)))).toContain("first-page-only");
  });

  test("without a vote that counts says that the log goes on", async () => {
    const text = JSON.stringify(page("7", { ...row, counted: false }));
    await expect(board("v.json", text)).rejects.toMatchObject({
      message: expect.stringContaining("no vote in it that counts"),
      hint: expect.stringContaining("agon export --what verdicts"),
    });
  });

  test("loses its rows that do not count, whatever else they hold", async () => {
    const idle = { ...row, counted: false, criterion: "beauty" };
    for (const text of [JSON.stringify(page(null, row, idle)), jsonLines(row, idle)]) {
      expect((await board("v.json", text)).votes).toBe(1);
    }
  });
});

test("a bootstrap with the same seed gives the same intervals", async () => {
  const text = csvOf("left,right,winner", (winner) => winner);
  const run = (seed: number) => board("v.csv", text, { interval: "bootstrap", seed });
  expect(await run(1)).toEqual(await run(1));
});

describe("bad rows are told by line and column", () => {
  test.each([
    ["left,right,winner\na,b,left\na,b,upper\n", ":3: winner: "],
    ["left,right,winner\na,b,left\na,,left\n", ":3: right: must not be empty"],
    ["left,right,winner\na,a,left\n", ':2: right: "a" meets itself'],
    ["left,right,winner\na,b\n", ":2: has 2 cells where the header has 3"],
    ['{"left":"a","right":"b"}\n', ":1: winner: is missing"],
    ['{"ranking":[["a"]]}\n', ":1: ranking: must rank at least two models"],
    ['{"ranking":[["a"],["a"]]}\n', ':1: ranking: "a" meets itself'],
    ['{"ranking":[["a"],["b"]],"stages":2}\n', ":1: stages: "],
    ['{"left":"a","right":"b","winner":"tie"}\n{oops\n', ":2: not JSON"],
    ['{"hello":1}\n', ":1: is no vote"],
  ])("%j", async (text, told) => {
    const error = await board("v", text).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(told);
  });

  test("a ranking cannot be rated as duels", async () => {
    const text = jsonLines({ ranking: [["a"], ["b"], ["c"]] });
    await expect(board("v.jsonl", text, { method: "bradley-terry" })).rejects.toThrow(
      "use --method plackett-luce",
    );
  });

  test("only the first of many are printed", async () => {
    const text = `left,right,winner\n${"a,b,x\n".repeat(500)}`;
    const error = await board("v.csv", text).catch((caught: unknown) => String(caught));
    expect(error).toContain("500 rows are not valid");
    expect(String(error).split("\n")).toHaveLength(22);
  });
});

test.each([
  ["", "the file is empty"],
  ["left,right,winner\n", "no vote in it that counts"],
  ["name,score\na,1\n", "no columns of votes among name, score"],
  ["left,right\na,b\n", 'no column "winner"'],
])("a file of %j has nothing to rate", async (text, told) => {
  await expect(board("v.csv", text)).rejects.toThrow(told);
});

test("a cluster column that is not there is an error with the columns there are", async () => {
  const text = csvOf("left,right,winner", (winner) => winner);
  await expect(board("v.csv", text, { cluster: "worker" })).rejects.toThrow('no column "worker"');
});

test.each([
  ["a model that only wins", "a,b,left\n".repeat(500), "not-strongly-connected"],
  ["models that never met", "a,b,left\nb,a,left\nc,d,left\nd,c,left\n", "disconnected"],
])("%s is rated within bounds, with a warning", async (_, rows, code) => {
  const { models, warnings } = await board("v.csv", `left,right,winner\n${rows}`);
  expect(warnings.map((warning) => warning.code)).toContain(code);
  for (const { rating } of models) expect(Math.abs((rating ?? Number.NaN) - 1000)).toBeLessThan(1500);
});
