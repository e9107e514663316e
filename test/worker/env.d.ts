import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Bindings } from "../../apps/api/src/bindings.ts";

interface TestBindings extends Bindings {
  /** "1": the long form of the tests. */
  readonly AGON_LONG: string;
  /** The files of drizzle/, read by vitest.config.ts. */
  readonly MIGRATIONS: D1Migration[];
}

declare global {
  namespace Cloudflare {
    interface Env extends TestBindings {}
    interface GlobalProps {
      mainModule: typeof import("../../apps/api/src/worker-api.ts");
      durableNamespaces: "Referee" | "Courier";
    }
  }
}
