/** What came of the last action, said aloud too. */
export function Outcome({ text, bad = false }: { text: string; bad?: boolean }) {
  return (
    <p role="status" className={bad ? "min-h-[1lh] text-terracotta" : "min-h-[1lh] text-olive"}>
      {text}
    </p>
  );
}
