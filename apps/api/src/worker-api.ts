// The Worker without the site: what tests and the crash suite run.
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";

export { Referee } from "./referee/referee.ts";

const app = createApp();

export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
