// The Worker without the site: what tests and the crash suite run.
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { type AnyMessage, consumeQueue } from "./queues.ts";

export { Courier } from "./courier/courier.ts";
export { Provider } from "./judging/provider.ts";
export { Referee } from "./referee/referee.ts";

const app = createApp();

export default { fetch: app.fetch, queue: consumeQueue } satisfies ExportedHandler<Bindings, AnyMessage>;
