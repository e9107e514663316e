/** What came of the last action, said aloud too. */
export function Outcome({ text, bad = false }: { text: string; bad?: boolean }) {
  return (
    <p
      role="status"
      className={
        bad && text !== "" ? "min-h-[1lh] border-s-2 border-ink ps-3 font-medium" : "min-h-[1lh] text-olive"
      }
    >
      {text}
    </p>
  );
}
