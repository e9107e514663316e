import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Import {
  readonly file: string;
  readonly from: string;
  /** The names it takes as values; null when that cannot be told, as for `import *`. */
  readonly values: readonly string[] | null;
}

/** The sources of a workspace without its tests, relative to the project. */
export const sourcesOf = (workspace: string) =>
  globSync(`${workspace}/src/**/*.{ts,tsx,mjs}`, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort();

/** The names that survive when the types are stripped. */
function valuesOf(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] | null {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? [] : null;
  const clause = node.importClause;
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  if (!clause?.namedBindings || clause.name || !ts.isNamedImports(clause.namedBindings)) return null;
  return clause.namedBindings.elements.flatMap((element) =>
    element.isTypeOnly ? [] : [(element.propertyName ?? element.name).text],
  );
}

/** Every import, re-export and `import()` of a file. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier))
        found.push({ file, from: node.moduleSpecifier.text, values: valuesOf(node) });
    }
    const [argument] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument && ts.isStringLiteralLike(argument)) found.push({ file, from: argument.text, values: null });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The workspace an import names. */
export const internal = (from: string) => /^@agon\/([^/]+)/.exec(from)?.[1];
/** The library an import names. */
export const external = (from: string) =>
  /^(?![.]|node:|cloudflare:|@agon\/|bun:)(@[^/]+\/[^/]+|[^@/][^/]*)/.exec(from)?.[1];

/** The package an import names; undefined for a file and for what the runtime brings. */
export const packageOf = (from: string): string | undefined => {
  const name = internal(from);
  return name === undefined ? external(from) : `@agon/${name}`;
};

export const describeImport = ({ file, from }: Import) => `${file} imports ${from}`;
