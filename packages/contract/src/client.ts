// The typed client: used by the site on the server (in process) and in the browser, and by the command line.
// It imports types only, so that it adds no schema code to a page.
import type { Analyses } from "./schemas/analyses.ts";
import type { Arena, ArenaPatch, Model, NewArena, NewModel, NewPrompt, Prompt } from "./schemas/arena.ts";
import type { Ballot, Cast, CastAnswer, WithdrawalAnswer } from "./schemas/ballot.ts";
import type { Audit, Health } from "./schemas/health.ts";
import type { Judge, JudgeDetail, JudgeEstimate, JudgePatch, JudgeWork, NewJudge } from "./schemas/judge.ts";
import type { CreatedKey, Key, NewKey } from "./schemas/key.ts";
import type { Leaderboard } from "./schemas/leaderboard.ts";
import type { ModelProfile } from "./schemas/model-profile.ts";
import type { BulkResult, Output, Takedown } from "./schemas/output.ts";
import type { OwnVotes } from "./schemas/own-votes.ts";
import type {
  DeliveryAnswer,
  NewSubmission,
  OperatedSubmission,
  Submission,
  SubmissionRuling,
} from "./schemas/submission.ts";
import type {
  MatchDetail,
  MatchPatch,
  NewTournament,
  RulingPreview,
  Tournament,
  TournamentPatch,
  TournamentSummary,
} from "./schemas/tournament.ts";
import type { Verdict } from "./schemas/verdict.ts";
import type {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointSecret,
} from "./schemas/webhook-endpoint.ts";
import { type Fetch, type Page, type Query, segment, senderOf, withQuery } from "./send.ts";

export { ApiError, type Fetch, type Page } from "./send.ts";

const ndjson = "application/x-ndjson";

/** Every call that voters, readers and the console make, as a function. Throws `ApiError` for answers that are not 2xx. */
export function createClient(fetch: Fetch, headers: Record<string, string> = {}) {
  const { send, get } = senderOf(fetch, headers);

  return {
    health: () => get<Health>("/v1/health"),
    arenas: (query?: Query) => get<Page<Arena>>("/v1/arenas", query),
    arena: (arena: string) => get<Arena>(`/v1/arenas/${segment(arena)}`),
    createArena: (body: NewArena) => send<Arena>("POST", "/v1/arenas", body),
    changeArena: (arena: string, body: ArenaPatch) =>
      send<Arena>("PATCH", `/v1/arenas/${segment(arena)}`, body),
    models: (arena: string, query?: Query) => get<Page<Model>>(`/v1/arenas/${segment(arena)}/models`, query),
    addModels: (arena: string, body: NewModel | NewModel[]) =>
      send<Page<Model>>("POST", `/v1/arenas/${segment(arena)}/models`, body),
    model: (arena: string, model: string) =>
      get<ModelProfile>(`/v1/arenas/${segment(arena)}/models/${segment(model)}`),
    prompts: (arena: string, query?: Query) =>
      get<Page<Prompt>>(`/v1/arenas/${segment(arena)}/prompts`, query),
    addPrompts: (arena: string, body: NewPrompt | NewPrompt[]) =>
      send<Page<Prompt>>("POST", `/v1/arenas/${segment(arena)}/prompts`, body),
    addOutputs: (arena: string, lines: string, keepGoing = false) =>
      send<BulkResult>(
        "POST",
        withQuery(`/v1/arenas/${segment(arena)}/outputs`, keepGoing ? { keep_going: 1 } : {}),
        lines,
        ndjson,
      ),
    takeOutputDown: (arena: string, body: Takedown) =>
      send<Output>("POST", `/v1/arenas/${segment(arena)}/outputs/takedown`, body),
    importVerdicts: (arena: string, lines: string, keepGoing = false) =>
      send<BulkResult>(
        "POST",
        withQuery(`/v1/arenas/${segment(arena)}/verdicts`, keepGoing ? { keep_going: 1 } : {}),
        lines,
        ndjson,
      ),
    verdicts: (arena: string, query?: Query) =>
      get<Page<Verdict>>(`/v1/arenas/${segment(arena)}/verdicts`, query),
    leaderboard: (arena: string, query?: Query) =>
      get<Leaderboard>(`/v1/arenas/${segment(arena)}/leaderboard`, query),
    analyses: (arena: string, query?: Query) => get<Analyses>(`/v1/arenas/${segment(arena)}/analyses`, query),
    issueBallot: (arena: string, query?: Query, after?: string) =>
      send<Ballot>("POST", withQuery(`/v1/arenas/${segment(arena)}/ballots`, query), after ? { after } : {}),
    cast: (ballot: string, body: Cast) => send<CastAnswer>("POST", `/v1/ballots/${segment(ballot)}`, body),
    withdraw: (ballot: string, token: string) =>
      send<WithdrawalAnswer>("DELETE", `/v1/ballots/${segment(ballot)}`, { token }),
    tournaments: (arena: string, query?: Query) =>
      get<Page<TournamentSummary>>(`/v1/arenas/${segment(arena)}/tournaments`, query),
    createTournament: (arena: string, body: NewTournament) =>
      send<Tournament>("POST", `/v1/arenas/${segment(arena)}/tournaments`, body),
    tournament: (id: string, query?: Query) => get<Tournament>(`/v1/tournaments/${segment(id)}`, query),
    changeTournament: (id: string, body: TournamentPatch) =>
      send<TournamentSummary>("PATCH", `/v1/tournaments/${segment(id)}`, body),
    cancelTournament: (id: string) =>
      send<TournamentSummary>("POST", `/v1/tournaments/${segment(id)}/cancel`),
    match: (id: string, match: string) =>
      get<MatchDetail>(`/v1/tournaments/${segment(id)}/matches/${segment(match)}`),
    correctMatch: (id: string, match: string, body: MatchPatch) =>
      send<MatchDetail>("PATCH", `/v1/tournaments/${segment(id)}/matches/${segment(match)}`, body),
    ownVotes: (arena: string) => get<OwnVotes>(`/v1/arenas/${segment(arena)}/own-votes`),
    forgetVoter: () => send<{ forgotten: true }>("DELETE", "/v1/voter"),
    previewRuling: (id: string, match: string, body: MatchPatch) =>
      send<RulingPreview>("POST", `/v1/tournaments/${segment(id)}/matches/${segment(match)}/preview`, body),
    judges: (arena: string) => get<Page<Judge>>(`/v1/arenas/${segment(arena)}/judges`),
    addJudge: (arena: string, body: NewJudge) =>
      send<Judge>("POST", `/v1/arenas/${segment(arena)}/judges`, body),
    judge: (arena: string, judge: string, query?: Query) =>
      get<JudgeDetail>(`/v1/arenas/${segment(arena)}/judges/${segment(judge)}`, query),
    changeJudge: (arena: string, judge: string, body: JudgePatch) =>
      send<Judge>("PATCH", `/v1/arenas/${segment(arena)}/judges/${segment(judge)}`, body),
    disableJudge: (arena: string, judge: string) =>
      send<Judge>("DELETE", `/v1/arenas/${segment(arena)}/judges/${segment(judge)}`),
    judgeWork: (arena: string, judge: string) =>
      get<JudgeWork>(`/v1/arenas/${segment(arena)}/judges/${segment(judge)}/work`),
    retryJudge: (arena: string, judge: string) =>
      send<JudgeWork>("POST", `/v1/arenas/${segment(arena)}/judges/${segment(judge)}/retry`),
    stopJudge: (arena: string, judge: string) =>
      send<Judge>("POST", `/v1/arenas/${segment(arena)}/judges/${segment(judge)}/stop`),
    estimateTournament: (arena: string, body: NewTournament) =>
      send<JudgeEstimate>("POST", `/v1/arenas/${segment(arena)}/tournaments/estimate`, body),
    webhookEndpoints: (arena: string, query?: Query) =>
      get<Page<WebhookEndpoint>>(`/v1/arenas/${segment(arena)}/webhook-endpoints`, query),
    createWebhookEndpoint: (arena: string, body: NewWebhookEndpoint) =>
      send<WebhookEndpointSecret>("POST", `/v1/arenas/${segment(arena)}/webhook-endpoints`, body),
    rotateWebhookEndpoint: (arena: string, id: string) =>
      send<WebhookEndpointSecret>(
        "POST",
        `/v1/arenas/${segment(arena)}/webhook-endpoints/${segment(id)}/rotate`,
      ),
    deleteWebhookEndpoint: (arena: string, id: string) =>
      send<WebhookEndpoint>("DELETE", `/v1/arenas/${segment(arena)}/webhook-endpoints/${segment(id)}`),
    submit: (body: NewSubmission, query?: Query) =>
      send<DeliveryAnswer>("POST", withQuery("/v1/submissions", query), body),
    submission: (id: string) => get<Submission>(`/v1/submissions/${segment(id)}`),
    submissions: (arena: string, query?: Query) =>
      get<Page<OperatedSubmission>>(`/v1/arenas/${segment(arena)}/submissions`, query),
    ruleSubmission: (id: string, body: SubmissionRuling) =>
      send<Submission>("PATCH", `/v1/submissions/${segment(id)}`, body),
    keys: (query?: Query) => get<Page<Key>>("/v1/keys", query),
    createKey: (body: NewKey) => send<CreatedKey>("POST", "/v1/keys", body),
    revokeKey: (id: string) => send<Key>("DELETE", `/v1/keys/${segment(id)}`),
    audit: (arena: string) => get<Audit>(`/v1/arenas/${segment(arena)}/audit`),
  };
}

export type Client = ReturnType<typeof createClient>;
