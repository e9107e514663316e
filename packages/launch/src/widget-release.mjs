// The script of the custom elements as pages get it. A page names a release by its fingerprint, so every release stays:
// `apps/web/public/embed` only ever grows, and the newest is also found without one.
import { createHash } from "node:crypto";
import { inProject } from "./paths.mjs";

/** Where releases are kept, to be served as they are. */
export const releasesFolder = inProject("apps/web/public/embed");

/**
 * Bundles the elements into one classic script.
 * @returns {Promise<{text: string, hash: string, integrity: string}>} `hash` is part of the release's address
 */
export async function buildWidget() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [inProject("packages/widget/src/index.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    // Nothing of the place where it is built may enter it.
    absWorkingDir: inProject(),
    legalComments: "none",
  });
  const text = outputFiles[0]?.text ?? "";
  const digest = createHash("sha384").update(text).digest();
  return {
    text,
    hash: digest.toString("hex").slice(0, 16),
    integrity: `sha384-${digest.toString("base64")}`,
  };
}
