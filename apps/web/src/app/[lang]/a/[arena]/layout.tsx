import type { Metadata } from "next";
import type { ReactNode } from "react";
import { arenaOf } from "../../../../api/server-client.ts";
import { ArenaHeader } from "../../../../arena/arena-header.tsx";
import { boardPicture, shareMetadata } from "../../../../embed/share-metadata.ts";
import { href } from "../../../../messages/language.ts";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ lang: string; arena: string }>;
}

/** For every page of the arena: the picture of its board, and the way to its frame. */
export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { lang, arena: slug } = await params;
  // The page says that nothing is there; a layout that fails here, too, would leave it without a title.
  const arena = await arenaOf(slug).catch(() => null);
  if (arena === null) return {};
  const { title, description } = arena;
  const path = href(pageLanguage(lang), `/a/${slug}`);
  return shareMetadata({ title, description, path, picture: boardPicture(slug) });
}

export default async function ArenaLayout({ children, params }: Props) {
  const { lang, arena } = await params;
  return (
    <>
      <ArenaHeader arena={await arenaOf(arena)} lang={pageLanguage(lang)} />
      {children}
    </>
  );
}
