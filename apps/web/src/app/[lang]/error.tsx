"use client";
import { useParams } from "next/navigation";
import { deErrors } from "../../messages/de/errors.ts";
import { enErrors } from "../../messages/en/errors.ts";
import { Notice } from "../../ui/notice.tsx";

export default function Broken({ reset }: { error: Error; reset: () => void }) {
  const { lang } = useParams<{ lang: string }>();
  const t = lang === "de" ? deErrors : enErrors;
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
