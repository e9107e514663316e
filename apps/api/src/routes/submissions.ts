import { arenaOf } from "../http/arenas.ts";
import { hasScope, requireScope } from "../http/auth.ts";
import type { Handler } from "../http/bind.ts";
import { pageOf } from "../http/paging.ts";
import { must, refuse } from "../http/problem.ts";
import { refereeForSubmission, submissionId } from "../http/submissions.ts";
import { isDryRun, isPing, pong, receive } from "../intake/receive.ts";

export const submitModel: Handler<"submitModel"> = async ({ c, body, query, key }) => {
  if (isPing(body)) return pong(c);
  if (body.data.arena === undefined) {
    throw refuse("schema_invalid", "Name the arena that the submission is for.", {
      errors: [{ pointer: "/data/arena", detail: "is missing" }],
    });
  }
  const arena = await arenaOf(c.env, body.data.arena);
  requireScope(key, "submissions:write", arena.id);
  const sender = {
    id: submissionId(arena.id, crypto.randomUUID().replaceAll("-", "")),
    submitter: `key:${key.id}`,
    trusted: hasScope(key, "arena:write"),
  };
  return receive(c, arena, body, sender, isDryRun(query));
};

/** Whoever knows the id may read: it cannot be guessed, and a submitter by webhook has no key. */
export const readSubmission: Handler<"readSubmission"> = async ({ c, param }) => {
  const id = param("submission");
  const referee = await refereeForSubmission(c.env, id);
  return c.json(must(await referee.submission(id)), 200);
};

export const listSubmissions: Handler<"listSubmissions"> = async ({ c, arena, query }) => {
  const all = await arena.referee.submissions();
  const wanted = query.status === undefined ? all : all.filter(({ status }) => status === query.status);
  return c.json(pageOf(c, wanted, query), 200);
};

export const ruleSubmission: Handler<"ruleSubmission"> = async ({ c, body, param }) => {
  const id = param("submission");
  const referee = await refereeForSubmission(c.env, id);
  return c.json(must(await referee.ruleSubmission(id, body)), 200);
};
