// A receiver of webhooks on this machine, which behaves as its address says. `/{box}/{behaviour}` is where to send to;
// `/{box}` tells what came.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Behaviour = (response: ServerResponse, times: number) => void;

const answer = (status: number, headers: Record<string, string> = {}, text = ""): Behaviour => {
  return (response) => response.writeHead(status, headers).end(text);
};

const behaviours: Readonly<Record<string, Behaviour>> = {
  ok: answer(200, {}, "thank you"),
  gone: answer(410),
  broken: answer(500, { "retry-after": "3600" }, "broken"),
  /** Fails twice, asking for a second's patience. */
  twice: (response, times) =>
    response.writeHead(times <= 2 ? 503 : 204, times <= 2 ? { "retry-after": "1" } : {}).end(),
  /** The same without a word about when to come again. */
  "refuse-twice": (response, times) => response.writeHead(times <= 2 ? 503 : 204).end(),
  redirect: answer(307, { location: "ok", "retry-after": "3600" }),
  echo: answer(200, {}, "your secret is whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
  hang: () => undefined,
  stream: (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(10_000)), 10);
    response.on("close", () => clearInterval(timer));
  },
};

export interface Receiver {
  readonly url: string;
  readonly close: () => void;
}

export async function startReceiver(port = 0): Promise<Receiver> {
  const boxes = new Map<string, Received[]>();
  const server: Server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const [, box = "", behaviour = ""] = (request.url ?? "").split("/");
    const received = boxes.get(box) ?? [];
    if (request.method === "GET") return response.end(JSON.stringify(received));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    boxes.set(box, [...received, { headers, body: Buffer.concat(chunks).toString() }]);
    return (behaviours[behaviour] ?? answer(404))(response, received.length + 1);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
