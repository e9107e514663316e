import { href, type Language, languageNames, languages, messagesOf } from "../messages/language.ts";

export function SiteFooter({ lang }: { lang: Language }) {
  const { footer: t, nav } = messagesOf(lang).site;
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex w-full max-w-[76rem] flex-wrap items-baseline gap-x-6 gap-y-2 px-4 py-6 text-sm text-muted sm:px-6">
        <p className="max-w-text">{t.sentence}</p>
        <a href={href(lang, "/you")} className="quiet-link sm:hidden">
          {nav.you}
        </a>
        <ul aria-label={t.language} className="ms-auto flex gap-4">
          {languages.map((code) => (
            <li key={code} lang={code}>
              {code === lang ? (
                <span aria-current="true" className="text-ink">
                  {languageNames[code]}
                </span>
              ) : (
                <a href={href(code, "/")} hrefLang={code} className="quiet-link">
                  {languageNames[code]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
