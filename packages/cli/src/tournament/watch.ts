import type { Client, LiveMessage } from "@agon/contract";
import { print, printJson } from "../output.ts";
import type { Connection } from "../server/connection.ts";
import { tournamentFeed } from "./live-feed.ts";
import { matchLine } from "./match-line.ts";
import { finalText, screenText } from "./screen.ts";
import { isFinished, nextGroup, type Watched, watchedAfter, watchedFrom } from "./watched.ts";

const frameMs = 100;
const refetchMs = 1_000;

/** Shows messages as they come; `end` is called with the last state. */
interface View {
  show(watched: Watched, message: LiveMessage): Promise<void>;
  end(watched: Watched): Promise<void>;
}

const jsonView: View = {
  show: (_, message) => printJson(message),
  end: async () => {},
};

/** A line for every match that ends. */
const lineView: View = {
  async show({ summary }, message) {
    if (message.type === "snapshot") {
      await print(
        `${summary.title}: ${summary.matches_decided} of ${summary.matches_total ?? "endless"} matches decided`,
      );
      return;
    }
    for (const match of message.data.matches) {
      const line = matchLine(match);
      if (line !== null) await print(line);
    }
  },
  end: (watched) => print(finalText(watched).join("\n")),
};

/** Draws over its last frame, at most ten times a second. */
class ScreenView implements View {
  #height = 0;
  #drawnMs = 0;

  async show(watched: Watched): Promise<void> {
    const nowMs = Date.now();
    if (nowMs - this.#drawnMs < frameMs) return;
    this.#drawnMs = nowMs;
    this.#draw(watched);
  }

  #draw(watched: Watched): void {
    const lines = screenText(watched, { columns: process.stdout.columns, rows: process.stdout.rows });
    const up = this.#height > 0 ? `\u001b[${this.#height}A` : "";
    process.stdout.write(`${up}\u001b[0J${lines.join("\n")}\n`);
    this.#height = lines.length;
  }

  async end(watched: Watched): Promise<void> {
    this.#draw(watched);
    await print(`\n${finalText(watched).join("\n")}`);
  }
}

/** Fetches the bracket that moves when the one on show is over, at most once a second. */
class Follower {
  readonly #client: Client;
  #fetchedMs = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async follow(watched: Watched): Promise<Watched> {
    const group = nextGroup(watched);
    const nowMs = Date.now();
    if (group === null || nowMs - this.#fetchedMs < refetchMs) return watched;
    this.#fetchedMs = nowMs;
    const tournament = await this.#client.tournament(watched.summary.id, { group });
    return { ...watchedFrom(tournament), last: watched.last };
  }
}

export type WatchMode = "screen" | "lines" | "json";

const viewFor = (mode: WatchMode): View =>
  mode === "screen" ? new ScreenView() : mode === "lines" ? lineView : jsonView;

/** Shows a tournament until it is completed or cancelled. */
export async function watchTournament(
  { client, url }: Connection,
  id: string,
  mode: WatchMode,
): Promise<void> {
  const view = viewFor(mode);
  const follower = new Follower(client);
  let watched = watchedFrom(await client.tournament(id));
  for await (const message of tournamentFeed(url, id)) {
    watched = watchedAfter(watched, message);
    if (mode === "screen") watched = await follower.follow(watched);
    await view.show(watched, message);
    if (isFinished(watched)) break;
  }
  const { standings } = await client.tournament(id);
  await view.end({ ...watched, standings });
}
