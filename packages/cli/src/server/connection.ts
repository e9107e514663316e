import type { Fetch } from "@agon/contract/client";
import { createOperatorClient, type OperatorClient, withRetries } from "@agon/contract/connect";
import { Failure, InputError } from "../failure.ts";
import { localKeyFor } from "./admin-key.ts";
import { localServerAddress } from "./local-server.ts";

export interface ServerOptions {
  /** Default: the server that runs here. */
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}

export interface Connection {
  readonly url: URL;
  readonly client: OperatorClient;
  readonly headers: Readonly<Record<string, string>>;
}

function serverUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InputError(`--url: "${text}" is not an address`, "Give one like http://localhost:8787.");
  }
  return url;
}

/** A server that is not there is told at once, one that is busy is given time. */
const fetchFrom =
  (origin: URL): Fetch =>
  async (path, init) => {
    try {
      return await fetch(new URL(path, origin), init);
    } catch (error) {
      const reason = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
      throw new Failure(
        `No answer from ${origin.origin}${reason}`,
        "Is the server running? `npm start` starts one here; --url names another.",
      );
    }
  };

/** A client of the server at `url`, else of the local one, with the key given or the local server's own. */
export async function connect({ url: text, key }: ServerOptions): Promise<Connection> {
  const url = serverUrl(text ?? (await localServerAddress()));
  const known = key ?? (await localKeyFor(url));
  const headers: Record<string, string> = known === null ? {} : { authorization: `Bearer ${known}` };
  const send = withRetries(fetchFrom(url), { repeatLost: false });
  return { url, client: createOperatorClient(send, headers), headers };
}
