export { type Database, database } from "./database.ts";
export { enterAction, listActions } from "./queries/actions.ts";
export { countArenas, enterArena, findArenaId, findArenaSlug, listArenaIds } from "./queries/arenas.ts";
export {
  findPromptText,
  listModels,
  listOutputsOfModel,
  listPrompts,
  readSlugs,
} from "./queries/catalogue.ts";
export {
  enterEndpoint,
  findEndpoint,
  listEndpoints,
  removeEndpoint,
  rotateEndpoint,
  type StoredEndpoint,
} from "./queries/hook-endpoints.ts";
export {
  countCalls,
  findAnswer,
  type JudgeTotals,
  keepAnswer,
  readTotals,
} from "./queries/judging.ts";
export {
  deleteKey,
  enterKey,
  findKey,
  findNamedKey,
  insertKey,
  listKeys,
  type NamedKey,
  type StoredKey,
  touchKey,
} from "./queries/keys.ts";
