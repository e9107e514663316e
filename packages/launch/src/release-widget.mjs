// `npm run release -w @agon/widget`: keeps the script of the custom elements as a release and names it to the site.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./paths.mjs";
import { buildWidget, releasesFolder } from "./widget-release.mjs";

const { text, hash, integrity } = await buildWidget();
for (const name of ["v1.js", `v1.${hash}.js`]) writeFileSync(path.join(releasesFolder, name), text);
writeFileSync(
  inProject("apps/web/src/embed/element-release.ts"),
  `// Written by \`npm run release -w @agon/widget\`.

/** The newest release of the custom elements: an address that never changes its content, and its fingerprint. */
export const elementRelease = {
  path: "/embed/v1.${hash}.js",
  integrity: "${integrity}",
} as const;
`,
);
console.log(`/embed/v1.${hash}.js`);
