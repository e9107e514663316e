export { type Database, database } from "./database.ts";
export { countArenas, enterArena, findArenaId, listArenaIds } from "./queries/arenas.ts";
export {
  findPromptText,
  listModels,
  listOutputsOfModel,
  listPrompts,
  readSlugs,
} from "./queries/catalogue.ts";
export { enterKey, findKey, type StoredKey, touchKey } from "./queries/keys.ts";
