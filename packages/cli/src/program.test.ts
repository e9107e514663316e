import { expect, test } from "vitest";
import { describeEnding } from "./ending.ts";
import { program } from "./program.ts";

interface Said {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** What a command says of its words before it does anything. */
async function say(...words: string[]): Promise<Said> {
  const said = { out: "", err: "" };
  const write = {
    writeOut: (text: string) => {
      said.out += text;
    },
    writeErr: (text: string) => {
      said.err += text;
    },
  };
  try {
    await program(write).parseAsync(words, { from: "user" });
    return { ...said, exitCode: 0 };
  } catch (error) {
    const { lines, exitCode } = describeEnding(error);
    return { out: said.out, err: [said.err, ...lines].join("\n"), exitCode };
  }
}

test.each([
  [["rate"], "missing required argument 'file'"],
  [["rate", "x", "--method", "guess"], "Allowed choices are bradley-terry"],
  [["rate", "x", "--seed", "1.5"], "must be a whole number"],
  [["rate", "x", "--prior-sd", "0"], "must be a number above 0"],
  [["rate", "/no/such/file"], "there is no such file"],
  [["import", "pdf", "x", "--arena", "a"], "Allowed choices are agon"],
  [["import", "csv", "x"], "required option '--arena <slug>'"],
  [["import", "csv", "/no/such/file", "--arena", "a"], "there is no such file"],
  [["import", "csv", "x", "--arena", "a", "--map", "model"], "Write name=value"],
  [["import", "llmfao", "/etc/hostname", "--arena", "a"], "llmfao takes one folder"],
  [["run", "/no/such/file"], "there is no such file"],
  [["export", "--arena", "a"], "required option '--what <what>'"],
  [
    ["export", "--arena", "a", "--what", "pairs", "--format", "parquet", "--url", "http://127.0.0.1:9"],
    "--out",
  ],
  [["export", "--arena", "a", "--format", "huggingface", "--url", "http://127.0.0.1:9"], "--out"],
  [["export", "--arena", "a", "--what", "arena", "--format", "csv", "--url", "http://127.0.0.1:9"], "jsonl"],
  [["submit"], "No file of outputs"],
  [["submit", "/no/such/file", "--arena", "a"], "there is no such file"],
  [["submit", "--generate-with", "https://a.example"], "--generate-model"],
  [["keys", "create", "ci"], "required option '--scope"],
  [["keys", "create", "ci", "--scope", "fly"], "Choose from arena:write"],
  [["webhook", "listen"], "required option '--secret"],
  [["webhook", "listen", "--secret", "whsec_short"], "no webhook secret"],
  [["webhook", "replay", "msg_1"], "required option '--arena <slug>'"],
  [["webhook", "replay", "--arena", "a"], "Name a delivery, or --since"],
  [["webhook", "replay", "msg_1", "--arena", "a", "--since", "2h"], "not both"],
  [["webhook", "replay", "msg_1", "--arena", "a", "--all"], "not both"],
  [["webhook", "replay", "--arena", "a", "--since", "yesterday"], "Write 30m, 2h, 3d"],
  [["webhook", "replay", "--arena", "a", "--since", "2h", "--until", "3h"], "--until lies before --since"],
  [["tournament", "start", "--arena", "a"], "required option '--format <format>'"],
  [["tournament", "watch", "a.1", "--url", "nowhere"], "is not an address"],
  [["fly"], "unknown command 'fly'"],
])("%j is wrong input", async (words, told) => {
  const { out, err, exitCode } = await say(...words);
  expect({ out, exitCode }).toEqual({ out: "", exitCode: 2 });
  expect(err).toContain(told);
});

test.each([
  ["rate"],
  ["import"],
  ["run"],
  ["export"],
  ["demo"],
  ["submit"],
  ["keys", "create"],
  ["webhook", "listen"],
  ["webhook", "replay"],
  ["tournament", "start"],
])("help is an answer: %s", async (...words) => {
  const { out, err, exitCode } = await say(...words, "--help");
  expect({ err: err.trim(), exitCode }).toEqual({ err: "", exitCode: 0 });
  expect(out).toContain(`Usage: agon ${words.join(" ")}`);
});
