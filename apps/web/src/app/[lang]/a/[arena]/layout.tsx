import type { ReactNode } from "react";
import { arenaOf } from "../../../../api/server-client.ts";
import { ArenaHeader } from "../../../../arena/arena-header.tsx";
import { pageLanguage } from "../../../../messages/page-language.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ lang: string; arena: string }>;
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
