import type { Messages } from "../messages/en.ts";

/** How many characters a winner may be longer by before its win counts as a tie. */
export function MarginField({ value, t }: { value: string | undefined; t: Messages["board"] }) {
  return (
    <label className="grid gap-1 text-sm text-muted">
      {t.filters.length_margin}
      <input
        name="length_margin"
        type="number"
        inputMode="numeric"
        min={0}
        max={1_000_000}
        step={1}
        defaultValue={value}
        placeholder={t.noMargin}
        className="field sm:w-36"
      />
    </label>
  );
}
