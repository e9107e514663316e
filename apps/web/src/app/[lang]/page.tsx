import { HomePage } from "../../home/home-page.tsx";
import { pageLanguage } from "../../messages/page-language.ts";

export default async function Page({ params }: { params: Promise<{ lang: string }> }) {
  return <HomePage lang={pageLanguage((await params).lang)} />;
}
