import { setTimeout as sleep } from "node:timers/promises";
import { type Client, createClient, type Fetch } from "@agon/contract/client";
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
  readonly client: Client;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request that was told to wait is sent again this often. */
const mostTries = 6;
const longestWaitS = 30;

function serverUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InputError(`--url: "${text}" is not an address`, "Give one like http://localhost:8787.");
  }
  return url;
}

const isBusy = (status: number): boolean => status === 429 || status === 503;

/** Seconds until the next try: what the server asked for, else twice as long each time. */
function waitS(response: Response, tries: number): number {
  const asked = Number(response.headers.get("retry-after"));
  return Math.min(longestWaitS, asked > 0 ? asked : 2 ** tries / 2);
}

function fetchFrom(origin: URL): Fetch {
  const send = async (path: string, init?: RequestInit): Promise<Response> => {
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
  return async (path, init) => {
    let response = await send(path, init);
    for (let tries = 1; isBusy(response.status) && tries < mostTries; tries += 1) {
      await response.body?.cancel();
      await sleep(waitS(response, tries) * 1_000);
      response = await send(path, init);
    }
    return response;
  };
}

/** A client of the server at `url`, else of the local one, with the key given or the local server's own. */
export async function connect({ url: text, key }: ServerOptions): Promise<Connection> {
  const url = serverUrl(text ?? (await localServerAddress()));
  const known = key ?? (await localKeyFor(url));
  const headers: Record<string, string> = known === null ? {} : { authorization: `Bearer ${known}` };
  return { url, client: createClient(fetchFrom(url), headers), headers };
}
