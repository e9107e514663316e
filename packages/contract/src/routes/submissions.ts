import { z } from "@hono/zod-openapi";
import { page } from "../schemas/common.ts";
import {
  deliveryAnswer,
  operatedSubmission,
  submission,
  submissionEvent,
  submissionRuling,
  submissionStatus,
} from "../schemas/submission.ts";
import { newWebhookEndpoint, webhookEndpoint, webhookEndpointSecret } from "../schemas/webhook-endpoint.ts";
import { bodyErrors, kib, paging, type RouteSpec } from "./spec.ts";

const dryRun = z.object({ dry_run: z.enum(["true", "false", "1", "0"]).optional() });
const limitBytes = 8_192 * kib;
const submissionErrors = [
  ...bodyErrors,
  "parameter_invalid",
  "arena_unknown",
  "submission_invalid",
  "submission_quota",
  "unavailable",
] as const;

export const submissionRoutes = {
  listWebhookEndpoints: {
    method: "get",
    path: "/v1/arenas/{arena}/webhook-endpoints",
    summary: "The endpoints that models are submitted to",
    scope: "arena:write",
    query: paging,
    status: 200,
    answer: page(webhookEndpoint),
    errors: ["arena_unknown", "parameter_invalid"],
  },
  createWebhookEndpoint: {
    method: "post",
    path: "/v1/arenas/{arena}/webhook-endpoints",
    summary: "Make an endpoint for a submitter; its secret is shown in this answer alone",
    scope: "arena:write",
    body: { schema: newWebhookEndpoint, type: "json", limitBytes: 4 * kib },
    status: 201,
    answer: webhookEndpointSecret,
    errors: [...bodyErrors, "arena_unknown"],
  },
  rotateWebhookEndpoint: {
    method: "post",
    path: "/v1/arenas/{arena}/webhook-endpoints/{endpoint}/rotate",
    summary: "Give an endpoint a new secret; the one before is good for 24 hours more",
    scope: "arena:write",
    status: 200,
    answer: webhookEndpointSecret,
    errors: ["arena_unknown", "endpoint_unknown"],
  },
  deleteWebhookEndpoint: {
    method: "delete",
    path: "/v1/arenas/{arena}/webhook-endpoints/{endpoint}",
    summary: "Close an endpoint; what came through it stays",
    scope: "arena:write",
    status: 200,
    answer: webhookEndpoint,
    errors: ["arena_unknown", "endpoint_unknown"],
  },
  receiveWebhook: {
    method: "post",
    path: "/v1/hooks/{endpoint}",
    summary:
      "Submit a model by a signed delivery (Standard Webhooks); the same id again gets the same answer",
    query: dryRun,
    body: { schema: submissionEvent, type: "signed", limitBytes },
    status: 202,
    answer: deliveryAnswer,
    errors: [...submissionErrors, "endpoint_unknown", "signature_invalid"],
  },
  submitModel: {
    method: "post",
    path: "/v1/submissions",
    summary: "Submit a model with a key: the same body as a webhook",
    scope: "submissions:write",
    arenaInBody: true,
    query: dryRun,
    body: { schema: submissionEvent, type: "json", limitBytes },
    status: 202,
    answer: deliveryAnswer,
    errors: submissionErrors,
  },
  readSubmission: {
    method: "get",
    path: "/v1/submissions/{submission}",
    summary: "Where a submission stands; its id is known to its submitter alone",
    status: 200,
    answer: submission,
    errors: ["submission_unknown"],
  },
  listSubmissions: {
    method: "get",
    path: "/v1/arenas/{arena}/submissions",
    summary: "The submissions of an arena, newest first",
    scope: "arena:write",
    query: paging.extend({ status: submissionStatus.optional() }),
    status: 200,
    answer: page(operatedSubmission),
    errors: ["arena_unknown", "parameter_invalid"],
  },
  ruleSubmission: {
    method: "patch",
    path: "/v1/submissions/{submission}",
    summary: "Accept or reject a flagged submission, or withdraw it with its model",
    scope: "arena:write",
    body: { schema: submissionRuling, type: "json", limitBytes: 16 * kib },
    status: 200,
    answer: submission,
    errors: [...bodyErrors, "submission_unknown", "submission_state"],
  },
} as const satisfies Record<string, RouteSpec>;
