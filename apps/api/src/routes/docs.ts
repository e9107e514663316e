// The API reference, twice: Scalar's, and plain HTML made from the route table, which needs no script and holds the
// anchors that problem documents point to.
import { errorCodes } from "@agon/contract";
import { type AnyRoute, routes } from "@agon/contract/routes";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { AppEnv } from "../http/context.ts";

const style = `
  :root { color-scheme: light dark; --paper: light-dark(#FBF8F2, #161412); --ink: light-dark(#1E1B18, #F3EDE2);
    --muted: light-dark(#6B6259, #A79C8F); --line: light-dark(#D9D0C1, #3A342E); --clay: light-dark(#A63C17, #F08A5D); }
  body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem; background: var(--paper); color: var(--ink);
    font: 16px/1.5 Inter, system-ui, sans-serif; }
  h1, h2 { font-family: Fraunces, Georgia, serif; }
  a { color: var(--clay); }
  dl { display: grid; gap: .25rem 1rem; grid-template-columns: max-content 1fr; }
  dt, code { font-family: ui-monospace, monospace; font-size: .9em; }
  section { border-top: 1px solid var(--line); padding: .75rem 0; }
  section p { margin: .25rem 0; } .muted { color: var(--muted); }
  @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin: 0 0 .5rem; } code { overflow-wrap: anywhere; } }
`;

const bodyNames = {
  json: "JSON",
  ndjson: "one JSON object a line (application/x-ndjson)",
  signed: "JSON, signed",
} as const;

function routeSection(name: string, route: AnyRoute) {
  return html`<section id="${name}">
    <h2><code>${route.method.toUpperCase()} ${route.path}</code></h2>
    <p>${route.summary}.</p>
    ${route.scope ? html`<p class="muted">Needs a key with the scope <code>${route.scope}</code>.</p>` : ""}
    ${route.query ? html`<p class="muted">Query: ${Object.keys(route.query.shape).join(", ")}</p>` : ""}
    ${route.body ? html`<p class="muted">Body: ${bodyNames[route.body.type]}, at most ${route.body.limitBytes} bytes</p>` : ""}
    <p class="muted">Answers ${route.status}; refuses with ${route.errors.length === 0 ? "nothing of its own" : route.errors.join(", ")}</p>
  </section>`;
}

/** Served beside the site's own files; packages/launch puts it there. */
const referenceScript = "/docs/reference.js";

/** Nothing leaves this origin: no fonts, no proxy, no assistant of others. */
const reference = {
  telemetry: false,
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  defaultOpenAllTags: false,
  metaData: { title: "Agon API" },
};

// The reference sets styles on its elements, so they cannot be told apart by a nonce.
const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function docsPage(c: Context<AppEnv>) {
  c.header("content-security-policy", referencePolicy);
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Agon API</title>
      </head>
      <body>
        <noscript><p>This reference needs scripts; <a href="/docs/plain">the plain one</a> does not.</p></noscript>
        <script
          id="api-reference"
          src="${referenceScript}"
          data-url="/openapi.json"
          data-configuration="${JSON.stringify(reference)}"
        ></script>
      </body>
    </html>`);
}

export function plainDocsPage(c: Context<AppEnv>) {
  const errors = Object.entries(errorCodes);
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  return c.html(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Agon API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <p><a href="/">Agon</a></p>
          <h1>The API</h1>
          <p>
            The same to try out: <a href="/docs">the reference</a>; in machine-readable form:
            <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). Errors are
            problem documents (RFC 9457) with a <code>code</code> and the places that are wrong. Operators send
            <code>Authorization: Bearer agon_...</code>; voters need nothing. Creating calls take an
            <code>Idempotency-Key</code>. Live feeds are WebSockets at <code>/live/arenas/{arena}</code> and
            <code>/live/tournaments/{tournament}</code>; <code>?since=</code> resumes after a seq.
          </p>
          ${Object.entries<AnyRoute>(routes).map(([name, route]) => routeSection(name, route))}
          <section>
            <h2>Error codes</h2>
            <dl>
              ${errors.map(([code, [status, title]]) => html`<dt id="${code}">${code}</dt><dd>${status}: ${title}</dd>`)}
            </dl>
          </section>
        </main>
      </body>
    </html>`);
}
