// Croissant 1.1 metadata (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html): the files of the folder
// with their hashes, and the columns of each table.
import type { Arena } from "@agon/contract";
import type { Column } from "../table.ts";
import type { Part } from "./card.ts";

/** A table with what a machine wants to know of it. */
export interface DescribedPart extends Part {
  readonly columns: readonly Column[];
  readonly sha256: string;
  readonly sizeBytes: number;
}

const context = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  arrayShape: "cr:arrayShape",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileObject: "cr:fileObject",
  fileProperty: "cr:fileProperty",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isArray: "cr:isArray",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
} as const;

const dataTypes = {
  text: "sc:Text",
  whole: "sc:Integer",
  number: "sc:Float",
  "yes-no": "sc:Boolean",
  time: "sc:DateTime",
  words: "sc:Text",
  wholes: "sc:Integer",
  texts: "sc:Text",
} as const satisfies Record<Column["type"], string>;

const isList = ({ type }: Column): boolean => type === "words" || type === "wholes" || type === "texts";

const fieldOf = (part: DescribedPart, column: Column) => ({
  "@type": "cr:Field",
  "@id": `${part.name}/${column.name}`,
  name: column.name,
  description: column.about,
  dataType: dataTypes[column.type],
  ...(isList(column) ? { isArray: true, arrayShape: "-1" } : {}),
  source: { fileObject: { "@id": part.path }, extract: { column: column.name } },
});

/** The content of `croissant.json`. */
export function croissantOf(arena: Arena, source: string, parts: readonly DescribedPart[], at: Date) {
  return {
    "@context": context,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.1",
    name: arena.slug,
    alternateName: arena.title,
    description: arena.description === "" ? arena.title : arena.description,
    url: source,
    license: "See the licence of each model in the table `models`",
    creator: { "@type": "sc:Organization", name: new URL(source).host, url: new URL(source).origin },
    datePublished: at.toISOString().slice(0, 10),
    version: `1.0.${arena.seq}`,
    distribution: parts.map(({ path, about, sha256, sizeBytes }) => ({
      "@type": "cr:FileObject",
      "@id": path,
      name: path,
      description: about,
      contentUrl: path,
      contentSize: `${sizeBytes} B`,
      encodingFormat: "application/vnd.apache.parquet",
      sha256,
    })),
    recordSet: parts.map((part) => ({
      "@type": "cr:RecordSet",
      "@id": part.name,
      name: part.name,
      description: part.about,
      field: part.columns.map((column) => fieldOf(part, column)),
    })),
  };
}
