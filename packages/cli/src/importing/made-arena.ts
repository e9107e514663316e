// An arena in memory behind the API's client, for tests: it knows what an import needs, by the rules of the API.
import {
  type Client,
  createClient,
  importedVerdict,
  newArena,
  newModel,
  newOutput,
  newPrompt,
} from "@agon/contract";

export interface MadeArena {
  readonly client: Client;
  /** `METHOD path` of every request. */
  readonly requests: string[];
  readonly models: Map<string, unknown>;
  readonly prompts: Map<string, string>;
  readonly outputs: Map<string, string>;
  readonly votes: Map<string, unknown>;
  /** Sees each request first; what it returns is the answer. */
  intercept: (path: string, count: number) => Response | null;
}

interface RowError {
  readonly line: number;
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });
const problem = (status: number, code: string, errors: readonly RowError[] = []): Response =>
  json({ status, code, detail: code, errors }, status);
const page = (data: readonly unknown[]): Response => json({ data, next_cursor: null });

/** What the arena makes of one line: an error's pointer, or whether it was there. */
type Line = { readonly pointer: string } | { readonly unchanged: boolean };

function bulk(text: string, keepGoing: boolean, take: (row: unknown, dry: boolean) => Line): Response {
  const seen = new Set<string>();
  const rows = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
  const errors = rows.flatMap((row, at): RowError[] => {
    const line = seen.has(JSON.stringify(row)) ? { pointer: "/prompt" } : take(row, true);
    seen.add(JSON.stringify(row));
    return "pointer" in line ? [{ line: at + 1, pointer: line.pointer, code: "bad", detail: "refused" }] : [];
  });
  if (errors.length > 0 && !keepGoing) return problem(422, "import_rows_invalid", errors);
  const taken = rows.map((row) => take(row, false)).filter((line) => "unchanged" in line);
  return json(
    { accepted: taken.length, unchanged: taken.filter(({ unchanged }) => unchanged).length, errors },
    201,
  );
}

/** An arena called `slug`, which is there from the start when `exists`. */
export function madeArena(slug: string, exists = false): MadeArena {
  let there = exists;
  const made: MadeArena = {
    client: createClient(async (path, init) => answer(path, init)),
    requests: [],
    models: new Map(),
    prompts: new Map(),
    outputs: new Map(),
    votes: new Map(),
    intercept: () => null,
  };

  function output(row: unknown, dry: boolean): Line {
    const { model, prompt, content, score } = newOutput.parse(row);
    if (!made.models.has(model)) return { pointer: "/model" };
    if (!made.prompts.has(prompt)) return { pointer: "/prompt" };
    const [key, text] = [`${model}/${prompt}`, JSON.stringify([content, score])];
    const before = made.outputs.get(key);
    if (before !== undefined && before !== text) return { pointer: "/content" };
    if (!dry) made.outputs.set(key, text);
    return { unchanged: before !== undefined };
  }

  function vote(row: unknown, dry: boolean): Line {
    const { id, models, prompt } = importedVerdict.parse(row);
    if (models.some((model) => !made.models.has(model))) return { pointer: "/models/0" };
    if (!made.prompts.has(prompt)) return { pointer: "/prompt" };
    const unchanged = made.votes.has(id);
    if (!dry) made.votes.set(id, row);
    return { unchanged };
  }

  function post(path: string, body: string): Response {
    const keepGoing = path.endsWith("?keep_going=1");
    const parsed = (): unknown => JSON.parse(body);
    switch (path.replace(/\?.*/, "")) {
      case "/v1/arenas":
        there = newArena.parse(parsed()).slug === slug;
        return json({ slug }, 201);
      case `/v1/arenas/${slug}/models`:
        for (const model of newModel.array().parse(parsed())) made.models.set(model.slug, model);
        return json({ data: [], next_cursor: null }, 201);
      case `/v1/arenas/${slug}/prompts`:
        for (const prompt of newPrompt.array().parse(parsed())) made.prompts.set(prompt.slug, prompt.text);
        return json({ data: [], next_cursor: null }, 201);
      case `/v1/arenas/${slug}/outputs`:
        return bulk(body, keepGoing, output);
      case `/v1/arenas/${slug}/verdicts`:
        return bulk(body, keepGoing, vote);
      default:
        return problem(404, "not_found");
    }
  }

  function get(path: string): Response {
    if (path.includes("/models")) return page([...made.models.values()]);
    if (path.includes("/prompts"))
      return page([...made.prompts].map(([name, text]) => ({ slug: name, text })));
    return json({ slug, outputs: made.outputs.size });
  }

  function answer(path: string, init: RequestInit | undefined): Response {
    const method = init?.method ?? "GET";
    made.requests.push(`${method} ${path}`);
    const intercepted = made.intercept(path, made.requests.length);
    if (intercepted !== null) return intercepted;
    if (!there && path !== "/v1/arenas") return problem(404, "arena_unknown");
    return method === "GET" ? get(path) : post(path, String(init?.body ?? ""));
  }

  return made;
}
