// The API: one Hono app out of the contract's routes.
import { openApiDocument } from "@agon/contract/openapi";
import { Hono } from "hono";
import { bindRoutes, methodsAt } from "./http/bind.ts";
import type { AppEnv } from "./http/context.ts";
import { applyPolicy } from "./http/policy.ts";
import { problemResponse, Refusal } from "./http/problem.ts";
import { listActions, listArenaActions } from "./routes/actions.ts";
import { readAnalysesOf } from "./routes/analyses.ts";
import {
  auditArena,
  changeArena,
  createArena,
  listArenas,
  listCriteria,
  readArena,
} from "./routes/arenas.ts";
import { castBallot, issueBallot, withdrawBallot } from "./routes/ballots.ts";
import { addModels, addPrompts, listModels, listPrompts } from "./routes/catalogue.ts";
import { docsPage, plainDocsPage } from "./routes/docs.ts";
import { health } from "./routes/health.ts";
import { receiveWebhook } from "./routes/hooks.ts";
import {
  addJudge,
  changeJudge,
  disableJudge,
  estimateTournament,
  listJudges,
  readJudge,
  readJudgeWork,
  retryJudge,
  stopJudge,
} from "./routes/judges.ts";
import { createKey, listKeys, revokeKey } from "./routes/keys.ts";
import { readLeaderboard } from "./routes/leaderboard.ts";
import { bindLive } from "./routes/live.ts";
import { bindMedia } from "./routes/media.ts";
import { readModel } from "./routes/models.ts";
import { addOutputs, takeOutputDown } from "./routes/outputs.ts";
import { closeSession, openSession, readSession } from "./routes/sessions.ts";
import { listSubmissions, readSubmission, ruleSubmission, submitModel } from "./routes/submissions.ts";
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  listDeliveries,
  listSubscriptions,
  replayDeliveries,
  replayDelivery,
  rotateSubscription,
  testSubscription,
} from "./routes/subscriptions.ts";
import {
  cancelTournament,
  changeTournament,
  createTournament,
  listTournaments,
  previewRuling,
  readMatch,
  readTournament,
  ruleMatch,
} from "./routes/tournaments.ts";
import { importVerdicts, listVerdicts } from "./routes/verdicts.ts";
import { forgetVoter, readOwnVotes } from "./routes/voters.ts";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookEndpoints,
  rotateWebhookEndpoint,
} from "./routes/webhook-endpoints.ts";
import { bindWidgets } from "./widgets/bind.ts";

export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(applyPolicy);
  bindRoutes(app, {
    health,
    listArenas,
    readArena,
    createArena,
    changeArena,
    auditArena,
    listCriteria,
    listModels,
    readModel,
    addModels,
    listPrompts,
    addPrompts,
    addOutputs,
    takeOutputDown,
    issueBallot,
    castBallot,
    withdrawBallot,
    readLeaderboard,
    readAnalyses: readAnalysesOf,
    listVerdicts,
    importVerdicts,
    listTournaments,
    createTournament,
    readTournament,
    changeTournament,
    cancelTournament,
    readMatch,
    previewRuling,
    ruleMatch,
    readOwnVotes,
    forgetVoter,
    listWebhookEndpoints,
    createWebhookEndpoint,
    rotateWebhookEndpoint,
    deleteWebhookEndpoint,
    receiveWebhook,
    submitModel,
    readSubmission,
    listSubmissions,
    ruleSubmission,
    listSubscriptions,
    createSubscription,
    changeSubscription,
    deleteSubscription,
    rotateSubscription,
    testSubscription,
    listDeliveries,
    replayDelivery,
    replayDeliveries,
    listKeys,
    createKey,
    revokeKey,
    listActions,
    listArenaActions,
    readSession,
    openSession,
    closeSession,
    listJudges,
    addJudge,
    readJudge,
    changeJudge,
    disableJudge,
    readJudgeWork,
    retryJudge,
    stopJudge,
    estimateTournament,
  });
  bindLive(app);
  bindWidgets(app);
  bindMedia(app);
  app.get("/openapi.json", (c) => c.json(openApiDocument(new URL(c.req.url).origin)));
  app.get("/docs", docsPage);
  app.get("/docs/plain", plainDocsPage);
  app.notFound((c) => {
    const methods = methodsAt(c.req.path);
    if (methods.length === 0)
      return problemResponse(c, { code: "not_found", detail: `There is nothing at ${c.req.path}.` });
    c.header("allow", methods.join(", "));
    const detail = `${c.req.path} takes ${methods.join(" and ")}.`;
    return problemResponse(c, { code: "method_not_allowed", detail });
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) return problemResponse(c, error.failure);
    console.error(c.get("requestId"), error);
    if (isPassing(error)) {
      return problemResponse(c, {
        code: "unavailable",
        detail: "The arena's data cannot be reached now; send the same again.",
      });
    }
    return problemResponse(c, { code: "internal", detail: "Something broke on our side; try again." });
  });
  return app;
}

/** D1 does not answer, or the referee is overloaded or moving: nothing is wrong with the request. */
const isPassing = (error: Error): boolean =>
  // A typed query keeps what D1 said as its cause.
  (error.cause instanceof Error && isPassing(error.cause)) ||
  error.message.startsWith("D1_") ||
  ("retryable" in error && error.retryable === true) ||
  ("overloaded" in error && error.overloaded === true);

/** Paths that the API answers; everything else is the site's. */
export const isApiPath = (path: string): boolean =>
  /^\/(?:v1|live|docs|media|embed|badge|oembed|picture)(?:\/|$)/.test(path) || path === "/openapi.json";
