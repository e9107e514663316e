import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** While developing, the API runs beside `next dev` at this address; in the Worker it is called in process. */
const apiOrigin = process.env.AGON_API_ORIGIN;

const api = [
  "/v1/:path*",
  "/live/:path*",
  "/openapi.json",
  "/docs",
  "/docs/:path*",
  "/embed/v1/:path*",
  "/badge/:path*",
  "/oembed",
  "/picture/:path*",
];

/** Addresses that are not pages in English: other languages, Next's own files, the API, and files at the root. */
const ownPaths = "(?:de|en)(?:/|$)|_next/|v1/|live/|embed/|[^/]+\\.(?:svg|ico|txt)$";

const config: NextConfig = {
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  poweredByHeader: false,
  // The whole repository is type-checked and linted by `npm run check`.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  rewrites: async () => ({
    beforeFiles: [
      ...(apiOrigin ? api.map((source) => ({ source, destination: `${apiOrigin}${source}` })) : []),
      // English lives at the root, every other language under its own path: one address, one document.
      { source: "/", destination: "/en" },
      { source: `/:path((?!${ownPaths}).*)`, destination: "/en/:path" },
    ],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
