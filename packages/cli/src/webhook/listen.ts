// A receiver on this machine: it checks what comes, prints it, and answers as its caller wants.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure, systemCode } from "../failure.ts";
import { verifierOf } from "./signature.ts";

const longestBodyBytes = 1_048_576;

/** One delivery as it arrived. */
export interface Received {
  readonly id: string | null;
  readonly at: string;
  readonly type: string | null;
  /** What is wrong with the signature; null when it is good. */
  readonly problem: string | null;
  /** The answer it got. */
  readonly status: number;
  readonly body: unknown;
}

export interface ListenOptions {
  readonly port: number;
  readonly secret: string;
  /** So many deliveries are turned away with 503 first, to see them come again. */
  readonly fail: number;
  readonly onDelivery: (delivery: Received) => Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= longestBodyBytes) chunks.push(chunk);
  }
  return size > longestBodyBytes ? null : Buffer.concat(chunks).toString("utf8");
}

const textHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function typeOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("type" in body)) return null;
  return typeof body.type === "string" ? body.type : null;
}

/** Starts to listen; throws `Failure` when the port is taken. */
export async function listenForWebhooks(options: ListenOptions): Promise<{ server: Server; url: string }> {
  const verify = verifierOf(options.secret);
  let toFail = options.fail;
  const take = async (request: IncomingMessage): Promise<number> => {
    const text = await readBody(request);
    if (text === null) return 413;
    const headers = textHeaders(request);
    const problem = verify(text, headers);
    const turnedAway = problem === null && toFail > 0;
    if (turnedAway) toFail -= 1;
    const status = problem !== null ? 401 : turnedAway ? 503 : 204;
    const body = parsed(text);
    const about = { id: headers["webhook-id"] ?? null, at: new Date().toISOString(), type: typeOf(body) };
    await options.onDelivery({ ...about, problem, status, body });
    return status;
  };
  const server = createServer(async (request, response) => {
    const status = request.method === "POST" ? await take(request).catch(() => 400) : 405;
    response.writeHead(status).end();
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed).listen(options.port, "127.0.0.1", ready);
  }).catch((error: unknown) => {
    const reason = systemCode(error) === "EADDRINUSE" ? "is taken" : String(error);
    throw new Failure(`Port ${options.port} ${reason}.`, "Choose another --port.");
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://localhost:${port}/` };
}
