/** The key of a button, for the eye; the button's name says what it does. */
export function KeyHint({ label }: { label: string | null }) {
  if (label === null) return null;
  return (
    <span className="key" aria-hidden="true">
      {label}
    </span>
  );
}
