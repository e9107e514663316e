import type { Bindings } from "../bindings.ts";

/** What a request carries through the app. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: {
    requestId: string;
  };
}
