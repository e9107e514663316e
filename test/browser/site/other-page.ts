// A page of somebody else: served from another origin, with a policy that forbids everything it does not name.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface OtherPage {
  readonly body: string;
  /** What the policy allows beside `default-src 'none'`. */
  readonly allowances: readonly string[];
}

/** Serves the page on an origin of its own for the running test; gives its address. */
export async function serveOtherPage({ body, allowances }: OtherPage): Promise<string> {
  const policy = ["default-src 'none'", "require-trusted-types-for 'script'", ...allowances].join("; ");
  const server: Server = createServer((request, response) => {
    const found = request.url === "/";
    response.writeHead(found ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(
      found
        ? `<!doctype html><html lang="en"><head><title>Another page</title></head><body>${body}</body></html>`
        : "",
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}
