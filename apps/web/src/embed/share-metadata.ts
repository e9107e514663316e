// What other sites learn of a page: its picture, and where its frame is to be had.
import type { Metadata } from "next";
import { siteOrigin } from "./site-origin.ts";
import { oembedAddress } from "./snippets.ts";

const pictureSize = { width: 1_200, height: 630 };

interface Shared {
  readonly title: string;
  readonly description?: string | undefined;
  /** The page's path in the reader's language. */
  readonly path: string;
  /** The picture's path. */
  readonly picture: string;
}

export async function shareMetadata({ title, description, path, picture }: Shared): Promise<Metadata> {
  const origin = await siteOrigin();
  const images = [{ url: origin + picture, alt: title, ...pictureSize }];
  const said = description ? { title, description } : { title };
  return {
    alternates: {
      types: {
        "application/json+oembed": [{ url: oembedAddress(origin, path, "json"), title }],
        "text/xml+oembed": [{ url: oembedAddress(origin, path, "xml"), title }],
      },
    },
    openGraph: { ...said, type: "website", siteName: "Agon", url: origin + path, images },
    twitter: { ...said, card: "summary_large_image", images },
  };
}

export const boardPicture = (arena: string): string => `/picture/${encodeURIComponent(arena)}.png`;
export const bracketPicture = (tournament: string): string =>
  `/picture/t/${encodeURIComponent(tournament)}.png`;
