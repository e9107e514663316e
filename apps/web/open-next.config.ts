import { defineCloudflareConfig } from "@opennextjs/cloudflare";

// `npm run build` of this package is the whole build, so the step inside it is named.
export default { ...defineCloudflareConfig(), buildCommand: "next build" };
