import { createClient } from "@agon/contract/client";

/** The API for components in the browser; cookies travel because it is the same origin. */
export const browserApi = createClient((path, init) => fetch(path, init));
