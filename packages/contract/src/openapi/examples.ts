// Examples that a reader can follow from call to call: one small arena of haiku, two models, one prompt.

const at = "2026-11-23T12:00:00.000Z";
const llama = { slug: "llama-3-8b", name: "Llama 3 8B" };
const qwen = { slug: "qwen-2-7b", name: "Qwen 2 7B" };
const token = "eyJhbGciOiJkaXIi.7Qf0c2VhbGVk";

/** By the name of the component. */
export const componentExamples: Readonly<Record<string, unknown>> = {
  NewArena: { slug: "haiku", title: "Haiku", k: 2 },
  ArenaPatch: { title: "Haiku about rain", status: "paused" },
  NewModel: { slug: llama.slug, name: llama.name, organization: "Meta", license: "Llama 3" },
  NewPrompt: { slug: "rain", text: "Write a haiku about rain.", category: "nature" },
  NewOutput: { model: llama.slug, prompt: "rain", content: "Rain taps the window", score: 0.7 },
  Cast: { token, ranks: [1, 2] },
  Withdrawal: { token },
  NewTournament: { format: "single-elimination", judge: "score", seed: "spring" },
  TournamentPatch: { status: "paused" },
  MatchPatch: { ranks: [2, 1], reason: "the first answer copies the second" },
  Ballot: {
    id: "b7.k3v9q2",
    token,
    mode: "duel",
    criterion: "overall",
    instruction: "Which answer is better?",
    prompt: { slug: "rain", text: "Write a haiku about rain." },
    outputs: [
      { slot: 0, content: "Rain taps the window", media_url: null },
      { slot: 1, content: "Grey clouds gather slow", media_url: null },
    ],
    tournament: null,
    expires_at: at,
  },
  CastAnswer: {
    verdict: { id: "b7.k3v9q2", seq: 42, ranks: [1, 2], flags: [] },
    reveal: [
      { slot: 0, model: llama, rating: 1_018.2, change: 9.1 },
      { slot: 1, model: qwen, rating: 981.8, change: -9.1 },
    ],
    counted: true,
    undo_until: at,
  },
  Verdict: {
    seq: 42,
    ballot: "b7.k3v9q2",
    criterion: "overall",
    judge: { id: "5f0c9a1be2", kind: "human" },
    slots: [
      { model: llama.slug, prompt: "rain" },
      { model: qwen.slug, prompt: "rain" },
    ],
    ranks: [1, 2],
    first_only: false,
    flags: [],
    counted: true,
    tournament: null,
    match: null,
    withdrawn_by: null,
    at,
  },
  SubmissionEvent: {
    type: "model.submitted",
    timestamp: at,
    data: {
      arena: "haiku",
      model: { slug: llama.slug, name: llama.name, organization: "Meta", license: "Llama 3" },
      outputs: [{ prompt: "rain", content: "Rain taps the window", score: 0.7 }],
    },
  },
  NewWebhookEndpoint: { name: "CI of the llama team" },
  SubmissionRuling: { status: "accepted", reason: "the name is part of the prompt" },
  ImportedVerdict: {
    id: "survey-0001",
    models: [llama.slug, qwen.slug],
    prompt: "rain",
    ranks: [1, 2],
    judge: { id: "worker-7", kind: "human" },
    at,
  },
};

/** By the name of a field, where the schema's kind fits. */
export const fieldExamples: Readonly<Record<string, unknown>> = {
  slug: "llama-3-8b",
  name: "Llama 3 8B",
  title: "Haiku",
  description: "Which model writes the better haiku?",
  arena: "haiku",
  tournament: "haiku.1",
  model: "llama-3-8b",
  prompt: "rain",
  prompt_text: "Write a haiku about rain.",
  text: "Write a haiku about rain.",
  content: "Rain taps the window",
  media_url: "https://example.org/rain.png",
  url: "https://example.org/models/llama-3-8b",
  organization: "Meta",
  license: "Llama 3",
  family: "Llama",
  category: "nature",
  criterion: "overall",
  instruction: "Which answer is better?",
  seed: "spring",
  id: "haiku.1",
  match: "r1.m1",
  seq: 42,
  rating: 1_018.2,
  lower: 961.4,
  upper: 1_074.9,
  win_rate: 0.625,
  votes: 42,
  next_cursor: "YWZ0ZXI6MTAw",
  pointer: "/content",
  detail: "is missing",
  code: "schema_invalid",
  reason: "the first answer copies the second",
  kind: "rule",
  rule: "score",
  group: "rain",
  winner: "llama-3-8b",
  feeds: "r2.m1",
  note: "decided by the seed",
  status: "ok",
};

/** Parameters of addresses. */
export const parameterExamples: Readonly<Record<string, { description: string; example: string }>> = {
  arena: { description: "The arena's slug", example: "haiku" },
  model: { description: "The model's slug", example: "llama-3-8b" },
  tournament: { description: "The tournament's id", example: "haiku.1" },
  match: { description: "The match's id within its tournament", example: "r1.m1" },
  ballot: { description: "The ballot's id", example: "b7.k3v9q2" },
  submission: { description: "The submission's id", example: "s7.5f0c9a1be2" },
  endpoint: { description: "The webhook endpoint's id", example: "ep_7.k3v9q2" },
};
