import type { Metadata } from "next";
import type { ReactNode } from "react";
import { tournamentOf } from "../../../../api/server-client.ts";
import { bracketPicture, shareMetadata } from "../../../../embed/share-metadata.ts";
import { href } from "../../../../messages/language.ts";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ lang: string; tournament: string }>;
}

/** For every page of the tournament: the picture of its bracket, and the way to its frame. */
export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { lang, tournament } = await params;
  // The page says that nothing is there; a layout that fails here, too, would leave it without a title.
  const known = await tournamentOf(decodeURIComponent(tournament), undefined).catch(() => null);
  if (known === null) return {};
  const { id, title, format_summary } = known;
  const path = href(pageLanguage(lang), `/t/${id}`);
  return shareMetadata({ title, description: format_summary, path, picture: bracketPicture(id) });
}

export default function TournamentLayout({ children }: Props) {
  return children;
}
