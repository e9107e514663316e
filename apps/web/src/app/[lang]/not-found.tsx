import { enErrors as t } from "../../messages/en/errors.ts";
import { Notice } from "../../ui/notice.tsx";

// A not-found page receives no parameters; English is what every address understands.
export default function NotFound() {
  return (
    <div className="py-12">
      <h1 className="text-4xl">{t.missingTitle}</h1>
      <Notice sentence={t.missing}>
        <a href="/" className="button button-primary">
          {t.missingAction}
        </a>
      </Notice>
    </div>
  );
}
