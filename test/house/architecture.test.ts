import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  describeImport,
  external,
  type Import,
  importsOf,
  internal,
  packageOf,
  root,
  sourcesOf,
} from "./imports.ts";

/** Which workspaces each workspace may import. Nothing imports an app; a package that is not named imports nothing. */
const mayImport: Record<string, readonly string[]> = {
  "packages/rating": [],
  "packages/demo": [],
  "packages/launch": [],
  "packages/contract": [],
  "packages/widget": [],
  "packages/tournament": ["rating"],
  "packages/judge": ["contract", "tournament", "arena"],
  "packages/arena": ["rating", "tournament", "contract"],
  "packages/db": ["contract"],
  "packages/cli": ["contract", "rating", "tournament", "judge", "demo"],
  "apps/web": ["contract"],
  "apps/api": ["rating", "tournament", "arena", "judge", "contract", "db", "demo"],
};

/** These take the contract's types and the two functions that make a coded result: no schema runs inside. */
const contractTypesOnly = ["packages/arena", "packages/judge", "packages/db"];
const resultMakers = new Set(["ok", "fail"]);

/** Packages without any dependency but the workspaces above; only the adapters of `comparison` and `schemaRule` are let off. */
const withoutLibraries = [
  "packages/rating",
  "packages/tournament",
  "packages/arena",
  "packages/judge",
  "packages/demo",
  "packages/widget",
];

/** Raters of other people, wrapped to be compared with ours; behind an entry of its own that the index does not reach. */
const comparison = "packages/rating/src/compare/";

/** Validating JSON against a schema is not what this project is about. */
const schemaRule = "packages/judge/src/rules/json-schema.ts";

const workspaces = globSync("{apps,packages}/*/package.json", { cwd: root })
  .map((file) => path.dirname(file))
  .sort();

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const manifestOf = (workspace: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, workspace, "package.json"), "utf8"));

describe.each(workspaces)("%s", (workspace) => {
  const imports = sourcesOf(workspace).flatMap(importsOf);

  it("stands in the table", () => {
    expect(Object.keys(mayImport)).toContain(workspace);
  });

  it("imports only the workspaces the table allows", () => {
    const allowed = mayImport[workspace] ?? [];
    const wrong = imports.filter(({ from }) => {
      const name = internal(from);
      return name !== undefined && !allowed.includes(name);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("reaches other workspaces by their names, never by a path out of its own folder", () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!from.startsWith(".")) return false;
      const target = path.join(path.dirname(file), from);
      return !target.startsWith(`${workspace}/`) && !isBuiltSite(workspace, target);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it("declares in package.json what it imports, and no workspace beyond", () => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(workspace);
    const own = `@agon/${path.basename(workspace)}`;
    const isDeclared = ({ from, values }: Import): boolean => {
      const name = packageOf(from);
      if (name === undefined || name === own || name in dependencies) return true;
      return values?.length === 0 && (name in devDependencies || `@types/${name}` in devDependencies);
    };
    expect(imports.filter((used) => !isDeclared(used)).map(describeImport)).toEqual([]);
    const used = new Set(imports.map(({ from }) => packageOf(from)));
    const stray = Object.keys(dependencies).filter((name) => name.startsWith("@agon/") && !used.has(name));
    expect(stray).toEqual([]);
  });
});

/** The one seam between the apps: the Worker's entry loads the built site. */
function isBuiltSite(workspace: string, target: string): boolean {
  return workspace === "apps/api" && target === "apps/web/.open-next/worker.js";
}

it.each(contractTypesOnly)("%s takes no code of the contract but the result makers", (workspace) => {
  const wrong = sourcesOf(workspace)
    .flatMap(importsOf)
    .filter(({ from }) => internal(from) === "contract")
    .filter(({ values }) => !(values ?? ["*"]).every((name) => resultMakers.has(name)));
  expect(wrong.map(describeImport)).toEqual([]);
});

it.each(withoutLibraries)("%s stands on no library", (workspace) => {
  const libraries = sourcesOf(workspace)
    .filter((file) => !file.startsWith(comparison) && file !== schemaRule)
    .flatMap(importsOf)
    .filter(({ from }) => external(from) !== undefined);
  expect(libraries.map(describeImport)).toEqual([]);
});

it("nothing in the raters but the comparison itself reaches the comparison", () => {
  const reaching = sourcesOf("packages/rating")
    .filter((file) => !file.startsWith(comparison))
    .flatMap(importsOf)
    .filter(({ file, from }) => path.join(path.dirname(file), from).startsWith(comparison));
  expect(reaching.map(describeImport)).toEqual([]);
});

it("no source file is longer than 350 lines", () => {
  const files = globSync("{apps,packages}/*/src/**/*.{ts,tsx,mjs,css}", { cwd: root }).concat(
    globSync("test/**/*.{ts,tsx,mjs}", { cwd: root }),
  );
  const long = files.flatMap((file) => {
    const lines = readFileSync(path.join(root, file), "utf8").split("\n").length - 1;
    return lines > 350 ? [`${file}: ${lines}`] : [];
  });
  expect(files.length).toBeGreaterThan(100);
  expect(long).toEqual([]);
});
