interface Part {
  readonly key: string;
  readonly label: string;
  readonly share: number;
  readonly text: string;
}

/** Parts of a whole: one bar, and every part named below it with its figure. */
export function ShareBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="grid gap-2">
      <div className="share-bar" aria-hidden="true">
        {parts.map(({ key, share }, at) => (
          <i key={key} className={`share-${at % 4}`} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.map(({ key, label, text }, at) => (
          <li key={key} className="share-name">
            <i className={`share-${at % 4}`} aria-hidden="true" />
            {label} <span className="text-muted tabular-nums">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
