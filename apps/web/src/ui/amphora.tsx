/** The mark: a black-figure amphora with one terracotta band. */
export function Amphora({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M8.4 3h7.2v1.3c-1.2.6-1.7 1.5-1.6 3 2.9.9 4.6 3 4.6 5.7 0 3.2-2.3 5.5-4.9 6.8V21h-3.4v-1.2c-2.6-1.3-4.9-3.6-4.9-6.8 0-2.7 1.7-4.8 4.6-5.7.1-1.5-.4-2.4-1.6-3z"
        fill="currentColor"
      />
      <path d="M5.5 12.3h13v2.2h-13z" className="fill-terracotta" />
      <path
        d="M9.6 4.8C6.5 4.4 4.7 6 5.5 9.5M14.4 4.8c3.1-.4 4.9 1.2 4.1 4.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </svg>
  );
}
