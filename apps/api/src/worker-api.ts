// The Worker without the site: what tests and the crash suite run.
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { consumeWork } from "./work/consume.ts";
import type { WorkMessage } from "./work/message.ts";

export { Referee } from "./referee/referee.ts";

const app = createApp();

export default { fetch: app.fetch, queue: consumeWork } satisfies ExportedHandler<Bindings, WorkMessage>;
