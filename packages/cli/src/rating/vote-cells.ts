// The shapes a vote has in a CSV row: a duel by columns, or a row of an exported public log.
import { InputError } from "../failure.ts";
import { FieldError } from "../importing/fields.ts";
import { columnPlace, type Header } from "../reading/csv-table.ts";
import { ranksOfWinner, type Vote, winnerWords } from "./vote.ts";
import { isVoterColumn, type VoteChoice, voteOf, voterColumns } from "./vote-fields.ts";

export type CellReader = (cells: readonly string[]) => Vote | null;

const sides = [
  ["left", "right"],
  ["model_a", "model_b"],
] as const;

function clusterPlace(path: string, header: Header, cluster: string | null): number | null {
  if (cluster === null) return null;
  const column = isVoterColumn(cluster) ? voterColumns.find((name) => header.has(name)) : cluster;
  return columnPlace(path, header, column ?? cluster);
}

function filled(cells: readonly string[], place: number, column: string): string {
  const cell = cells[place] ?? "";
  if (cell === "") throw new FieldError(column, "must not be empty");
  return cell;
}

function duelReader(
  path: string,
  header: Header,
  columns: readonly [string, string],
  choice: VoteChoice,
): CellReader {
  const [left, right] = columns;
  const [a, b] = [columnPlace(path, header, left), columnPlace(path, header, right)];
  const winner = columnPlace(path, header, "winner");
  const unit = clusterPlace(path, header, choice.cluster);
  return (cells) => {
    const models = [filled(cells, a, left), filled(cells, b, right)];
    if (models[0] === models[1]) throw new FieldError(right, `"${models[0]}" meets itself`);
    const word = cells[winner] ?? "";
    const ranks = ranksOfWinner(word);
    if (ranks === null) throw new FieldError("winner", `"${word}" is none of ${winnerWords}`);
    const cluster = unit === null ? null : filled(cells, unit, choice.cluster ?? "");
    return { models, ranks, firstOnly: false, cluster };
  };
}

/** An exported log has its lists in one cell each, separated by spaces. */
function logReader(path: string, header: Header, choice: VoteChoice): CellReader {
  const place = (column: string): number => columnPlace(path, header, column);
  const [models, ranks, prompt, criterion] = [
    place("models"),
    place("ranks"),
    place("prompt"),
    place("criterion"),
  ];
  const [judge, kind, firstOnly] = [place("judge"), place("judge_kind"), place("first_only")];
  const [counted, withdrawn] = [place("counted"), place("withdrawn_by")];
  return (cells) =>
    voteOf(
      {
        slots: filled(cells, models, "models")
          .split(" ")
          .map((model) => ({ model, prompt: cells[prompt] })),
        ranks: filled(cells, ranks, "ranks").split(" ").map(Number),
        criterion: cells[criterion],
        judge: { id: cells[judge], kind: cells[kind] },
        first_only: cells[firstOnly] === "true",
        counted: cells[counted] !== "false",
        withdrawn_by: cells[withdrawn] === "" ? null : Number(cells[withdrawn]),
      },
      choice,
    );
}

/** How the rows below this header are read. Throws `InputError` when it is no header of votes. */
export function cellReader(path: string, header: Header, choice: VoteChoice): CellReader {
  const columns = sides.find(([a, b]) => header.has(a) || header.has(b));
  if (columns !== undefined) return duelReader(path, header, columns, choice);
  if (header.has("models") && header.has("ranks")) return logReader(path, header, choice);
  throw new InputError(
    `${path}: line 1: no columns of votes among ${[...header.keys()].join(", ")}`,
    "The header needs left,right,winner or model_a,model_b,winner.",
  );
}
