import "../globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isLanguage, messagesOf } from "../../messages/language.ts";
import { classNames } from "../../ui/class-names.ts";
import { fraunces, inter } from "../../ui/fonts.ts";
import { SiteFooter } from "../../ui/site-footer.tsx";
import { SiteHeader } from "../../ui/site-header.tsx";
import { ThemeScript } from "../../ui/theme-script.tsx";

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f2" },
    { media: "(prefers-color-scheme: dark)", color: "#161412" },
  ],
};

interface Props {
  children: ReactNode;
  params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  const t = messagesOf(isLanguage(lang) ? lang : "en").site;
  return {
    title: { default: `${t.name}: ${t.tagline}`, template: `%s · ${t.name}` },
    description: t.home.lead,
  };
}

/** The nonce of the content security policy that came with the request. */
async function nonceOf(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy");
  return policy?.match(/'nonce-([^']+)'/)?.[1];
}

export default async function RootLayout({ children, params }: Props) {
  const { lang } = await params;
  if (!isLanguage(lang)) notFound();
  const t = messagesOf(lang).site;
  return (
    <html
      lang={lang}
      dir="ltr"
      className={classNames(fraunces.variable, inter.variable)}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript nonce={await nonceOf()} />
      </head>
      <body>
        <a href="#content" className="button absolute start-4 top-2 z-50 -translate-y-20 focus:translate-y-0">
          {t.skip}
        </a>
        <SiteHeader lang={lang} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[76rem] px-4 pb-16 outline-none sm:px-6"
        >
          {children}
        </main>
        <SiteFooter lang={lang} />
      </body>
    </html>
  );
}
