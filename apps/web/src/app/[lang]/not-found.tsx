import { href, messagesOf } from "../../messages/language.ts";
import { Notice } from "../../ui/notice.tsx";

// A not-found page receives no parameters; English is what every address understands.
export default function NotFound() {
  const t = messagesOf("en").site.errors;
  return (
    <div className="py-12">
      <h1 className="text-4xl">{t.missingTitle}</h1>
      <Notice sentence={t.missing}>
        <a href={href("en", "/")} className="button button-primary">
          {t.missingAction}
        </a>
      </Notice>
    </div>
  );
}
