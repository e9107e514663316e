// `<agon-leaderboard>` and `<agon-bracket>`: what `/embed/v1.js` brings into other people's pages. It depends on
// nothing, stores nothing, and makes no markup out of text, so it runs under a strict policy with trusted types.
import { Leaderboard } from "./board-element.ts";
import { Bracket } from "./bracket-element.ts";
import { fitFrames } from "./fit-frames.ts";

const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};

define("agon-leaderboard", Leaderboard);
define("agon-bracket", Bracket);
fitFrames();
