import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import type { RowFault } from "./read-rows.ts";

type Texts = Messages["admin"]["upload"]["errors"];

/** What is wrong with a row, in words. */
export function faultText(fault: RowFault, t: Texts): string {
  switch (fault.code) {
    case "malformed":
    case "notObject":
    case "quote":
    case "either":
      return t[fault.code];
    case "columns":
      return fill(t.columns, { expected: fault.expected, found: fault.found });
    case "unknown":
    case "missing":
    case "slug":
    case "number":
      return fill(t[fault.code], { field: fault.field });
    case "noModel":
    case "noPrompt":
      return fill(t[fault.code], { value: fault.value });
    case "twice":
      return fill(t.twice, { line: fault.first });
  }
}
