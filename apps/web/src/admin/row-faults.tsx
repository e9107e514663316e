import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { faultText } from "./fault-text.ts";
import type { RowFault } from "./read-rows.ts";

const shown = 50;

interface Props {
  faults: readonly RowFault[];
  lang: string;
  t: Messages["admin"]["upload"];
}

export function RowFaults({ faults, lang, t }: Props) {
  if (faults.length === 0) return null;
  return (
    <ul className="max-h-64 overflow-auto border-s-2 border-ink ps-4 text-sm" data-testid="row-faults">
      {faults.slice(0, shown).map((fault) => (
        <li key={`${fault.line} ${fault.code}`}>
          {fill(t.line, { line: fault.line, detail: faultText(fault, t.errors) })}
        </li>
      ))}
      {faults.length > shown && <li>{count(lang, t.more, faults.length - shown)}</li>}
    </ul>
  );
}
