// Every page of the site with something on it, and how to tell that it stands.
import type { Client } from "@agon/contract/client";
import type { Page } from "playwright-core";
import { openConsole, openTab } from "../visitor/operator-console.ts";
import { battleStands, judgeWith } from "../visitor/voting-stage.ts";
import { operatorOf, type RunningSite } from "./running-site.ts";
import { voteManyTimes } from "./votes.ts";

/** The demo's arenas: duels of texts, and pictures four at a time. */
const duels = "summaries";
const pictures = "generative-art";

/** Votes that give the board of pictures its ratings. */
const enoughVotes = 12;

export interface SitePage {
  readonly name: string;
  readonly path: string;
  /** Waits until the page shows what it is for; may do something first. */
  readonly ready: (page: Page) => Promise<unknown>;
  /** What the browser logs although all is well: a status of the API or of the page. */
  readonly trouble?: RegExp;
}

const stands = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();
const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole("heading", { name }).first().waitFor();

/** The newest tournament of the arena that has a decided match, and that match. */
async function decidedMatch(api: Client, arena: string): Promise<{ tournament: string; match: string }> {
  for (const { id } of (await api.tournaments(arena)).data) {
    const { brackets } = await api.tournament(id);
    const matches = brackets.flatMap(({ rounds }) => rounds.flatMap((round) => round.matches));
    const decided = matches.find(({ status }) => status === "decided");
    if (decided) return { tournament: id, match: encodeURIComponent(decided.id) };
  }
  throw new Error(`No match of ${arena} is decided.`);
}

const firstModel = async (api: Client, arena: string): Promise<string> =>
  (await api.models(arena, { limit: 1 })).data[0]?.slug ?? "";

function arenaPages(textModel: string, drawingModel: string): SitePage[] {
  const [texts, drawings] = [`/a/${duels}`, `/a/${pictures}`];
  return [
    { name: "home", path: "/", ready: heading("Arenas") },
    { name: "leaderboard", path: texts, ready: stands("tr[data-model]") },
    { name: "leaderboard of pictures", path: drawings, ready: stands("tr[data-model]") },
    { name: "win matrix", path: `${texts}?view=matrix`, ready: stands("table.matrix") },
    { name: "model", path: `${texts}/m/${textModel}`, ready: heading("Head to head") },
    { name: "model of pictures", path: `${drawings}/m/${drawingModel}`, ready: heading("Outputs by prompt") },
    { name: "tournaments", path: `${texts}/tournaments`, ready: stands("main li a") },
    { name: "models", path: `${texts}/models`, ready: stands("main table") },
    { name: "analyses", path: `${texts}/analyses`, ready: heading("How firm is rank 1?") },
    { name: "analyses of pictures", path: `${drawings}/analyses`, ready: heading("Does the place matter?") },
    {
      name: "leaderboard by style",
      path: `${texts}?style=1&length_margin=50`,
      ready: stands("tr[data-model]"),
    },
    { name: "embed", path: `${texts}/embed`, ready: stands("main iframe") },
    { name: "about", path: `${texts}/about`, ready: heading("About this arena") },
    { name: "submit", path: `/submit?arena=${duels}`, ready: heading("3. Send it") },
    { name: "nothing there", path: "/a/no-such-arena", ready: stands("main h1"), trouble: /404/ },
  ];
}

/** Votes often enough for a board of one's own. */
async function openOwnVotes(page: Page): Promise<void> {
  for (let votes = 0; votes < 4; votes++) {
    await judgeWith(page, ["1"]);
    await page.keyboard.press("Enter");
  }
  await page.goto(new URL("/you", page.url()).href);
  await page.getByRole("heading", { name: "Your own board" }).waitFor();
}

function votePages(): SitePage[] {
  const [duel, order] = [`/a/${duels}/vote`, `/a/${pictures}/vote`];
  const orderKeys = ["2", "1", "4", "Enter"];
  return [
    { name: "duel", path: duel, ready: battleStands },
    { name: "duel, names shown", path: duel, ready: (page) => judgeWith(page, ["1"]) },
    { name: "four at a time", path: order, ready: battleStands },
    { name: "four at a time, names shown", path: order, ready: (page) => judgeWith(page, orderKeys) },
    { name: "your votes, before the first", path: "/you", ready: stands("main .button") },
    { name: "your votes", path: duel, ready: openOwnVotes },
  ];
}

function tournamentPages({ tournament, match }: { tournament: string; match: string }): SitePage[] {
  const bracket = `/t/${tournament}`;
  return [
    { name: "bracket as a tree", path: bracket, ready: stands("[data-match]") },
    { name: "bracket as rounds", path: `${bracket}?view=rounds`, ready: stands("[data-match]") },
    { name: "match", path: `${bracket}/m/${match}`, ready: heading("Outputs") },
  ];
}

/** The console tries a key with a call that an accepted key lets fail for its empty body: 422. */
function operatorPages(key: string): SitePage[] {
  const at = (tab: string) => async (page: Page) => {
    await openConsole(page, key);
    await page.getByRole("combobox", { name: "Arena" }).selectOption(duels);
    await openTab(page, tab);
  };
  const upload = async (page: Page) => {
    await at("Models")(page);
    await page.getByRole("textbox").fill("slug,name\ngood,Good\nNot good,Bad\n");
    await page.getByTestId("row-faults").waitFor();
  };
  const one = { path: "/admin", trouble: /422/ };
  return [
    { name: "console, the gate", path: "/admin", ready: (page) => page.getByLabel("Operator key").waitFor() },
    { ...one, name: "console, an upload", ready: upload },
    { ...one, name: "console, tournaments", ready: at("Tournaments") },
    { ...one, name: "console, submissions", ready: at("Submissions") },
    { ...one, name: "console, a match", ready: at("Correct a match") },
  ];
}

/** A submission with something wrong, and a door it could have come through. */
async function submitInVain(api: Client): Promise<void> {
  const outputs = [{ prompt: "no-such-prompt", content: "An answer to nothing" }];
  await api.submit({ type: "model.submitted", data: { arena: duels, model: { name: "In vain" }, outputs } });
  const { data } = await api.webhookEndpoints(duels);
  if (data.length === 0) await api.createWebhookEndpoint(duels, { name: "Somebody's laboratory" });
}

/** The pages of a site with the demo arenas; the board of pictures gets votes when it has none. */
export async function sitePages(site: RunningSite): Promise<SitePage[]> {
  const api = operatorOf(site);
  const missing = enoughVotes - (await api.arena(pictures)).votes;
  await voteManyTimes(site, pictures, Math.max(0, missing));
  await submitInVain(api);
  return [
    ...arenaPages(await firstModel(api, duels), await firstModel(api, pictures)),
    ...votePages(),
    ...tournamentPages(await decidedMatch(api, duels)),
    ...operatorPages(site.key),
  ];
}
