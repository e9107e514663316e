// A live feed and a client that loses it again and again.

import { setTimeout as sleep } from "node:timers/promises";
import type { LiveMessage } from "@agon/contract";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { apiOf, strangerOf } from "./support/agon.ts";

const arena = "summaries";
const votes = 300;
const voters = 4;
const drops = 25;
const longestLifeMs = 200;
const patienceMs = 20_000;

/** Reads an arena's feed and comes back with the newest seq it has seen whenever the socket is gone. */
class Reader {
  readonly seen: LiveMessage[] = [];
  drops = 0;
  readonly #address: string;
  #socket: WebSocket | null = null;
  #over = false;

  constructor({ url }: RunningStart, since: number) {
    this.#address = `${url.replace(/^http/, "ws")}/live/arenas/${arena}`;
    this.#connect(since);
  }

  get newest(): number | undefined {
    return this.seen.at(-1)?.seq;
  }

  #connect(since: number): void {
    const socket = new WebSocket(`${this.#address}?since=${since}`);
    this.#socket = socket;
    // What arrives after the socket was let go belongs to nobody: the next one asks for it again.
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket) this.seen.push(JSON.parse(String(data)));
    };
    socket.onclose = () => {
      if (this.#socket === socket && !this.#over) this.#connect(this.newest ?? since);
    };
  }

  drop(since: number): void {
    this.drops += 1;
    this.#socket?.close();
    this.#connect(this.newest ?? since);
  }

  end(): void {
    this.#over = true;
    this.#socket?.close();
  }
}

async function voteOn(running: RunningStart, times: number): Promise<void> {
  const voter = strangerOf(running);
  for (let cast = 0; cast < times; cast += 1) {
    const { id, token } = await voter.issueBallot(arena);
    await voter.cast(id, { token, outcome: "a" });
  }
}

async function dropsAndReturns(context: AcceptContext) {
  const running = await context.start();
  const { seq: first } = await apiOf(running).arena(arena);
  const reader = new Reader(running, first);
  const voting = Promise.all(Array.from({ length: voters }, () => voteOn(running, votes / voters)));
  for (let at = 0; at < drops; at += 1) {
    await sleep(longestLifeMs * Math.random());
    reader.drop(first);
  }
  await voting;
  const { seq: last } = await apiOf(running).arena(arena);
  for (const untilMs = Date.now() + patienceMs; (reader.newest ?? 0) < last && Date.now() < untilMs; )
    await sleep(20);
  reader.end();
  const seqs = reader.seen.map(({ seq }) => seq).filter((seq) => seq <= last);
  const wanted = Array.from({ length: last - first }, (_, at) => first + 1 + at);
  const chained = reader.seen.every((message, at) => message.prev === (reader.seen[at - 1]?.seq ?? first));
  return {
    ok: chained && String(seqs) === String(wanted),
    figure: `${seqs.length} of ${wanted.length} messages in order over ${reader.drops} drops`,
  };
}

export const rows: AcceptRow[] = [
  { title: "a client that drops and returns hears every seq of a feed exactly once", run: dropsAndReturns },
];
