"use client";
import { useParams } from "next/navigation";
import { isLanguage, messagesOf } from "../../messages/language.ts";
import { Notice } from "../../ui/notice.tsx";

export default function Broken({ reset }: { error: Error; reset: () => void }) {
  const { lang } = useParams<{ lang: string }>();
  const t = messagesOf(isLanguage(lang) ? lang : "en").site.errors;
  return (
    <div className="py-12">
      <h1 className="text-4xl">{t.brokenTitle}</h1>
      <Notice sentence={t.broken}>
        <button type="button" className="button button-primary" onClick={reset}>
          {t.brokenAction}
        </button>
      </Notice>
    </div>
  );
}
