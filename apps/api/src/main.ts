// The Worker: the API and the live feeds answer by themselves, everything else is the site, imported when first needed
// so that an API request never pays for it.
import { createApp, isApiPath } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { type AnyMessage, consumeQueue } from "./queues.ts";
import { servePage } from "./site/page-cache.ts";

export { Courier } from "./courier/courier.ts";
export { Provider } from "./judging/provider.ts";
export { Referee } from "./referee/referee.ts";

const app = createApp();

export default {
  fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    return isApiPath(pathname) ? app.fetch(request, env, ctx) : servePage(app, request, env, ctx);
  },
  queue: consumeQueue,
} satisfies ExportedHandler<Bindings, AnyMessage>;
