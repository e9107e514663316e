// Endpoints that speak OpenAI's chat completions, in the place of the network: what they say follows a script.
import { vi } from "vitest";

export interface ScriptedEndpoint {
  /** Bodies of the calls that came, oldest first. */
  readonly calls: { readonly model: string; readonly text: string; readonly key: string | null }[];
  /** From this call on the endpoint is dead. */
  diesAfter: number;
  /** The answer to a call, as the model writes it. */
  answer: (text: string) => string;
}

const chatPath = "/chat/completions";

export const bestOf = (choice: string) => () => JSON.stringify({ reason: "by script", choice });

/** Puts endpoints in place by their hosts; gives them back by host. */
export function serveModels(hosts: readonly string[]): Record<string, ScriptedEndpoint> {
  const endpoints: Record<string, ScriptedEndpoint> = Object.fromEntries(
    hosts.map((host) => [host, { calls: [], diesAfter: Number.POSITIVE_INFINITY, answer: bestOf("A+") }]),
  );
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const { host, pathname } = new URL(url);
    const endpoint = endpoints[host];
    if (endpoint === undefined || !pathname.endsWith(chatPath))
      return new Response("nothing", { status: 404 });
    return answerOf(endpoint, init);
  });
  return endpoints;
}

function answerOf(endpoint: ScriptedEndpoint, init: RequestInit): Response {
  const body = JSON.parse(String(init.body)) as { model: string; messages: { content: string }[] };
  const text = body.messages.map(({ content }) => content).join("\n");
  endpoint.calls.push({ model: body.model, text, key: new Headers(init.headers).get("authorization") });
  if (endpoint.calls.length > endpoint.diesAfter) return new Response("the model has died", { status: 500 });
  return Response.json({
    choices: [{ message: { role: "assistant", content: endpoint.answer(text) }, finish_reason: "stop" }],
    usage: { prompt_tokens: 100, completion_tokens: 10 },
  });
}
