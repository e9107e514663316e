export { glickoBeliefs } from "./glicko-2.ts";
export { openSkillBeliefs } from "./openskill.ts";
export { rate } from "./rate.ts";
export { trueSkillBeliefs } from "./trueskill.ts";
