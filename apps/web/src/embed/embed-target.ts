/** What is embedded: a board, or a tournament's bracket. */
export interface EmbedTarget {
  readonly kind: "leaderboard" | "bracket";
  /** The arena's slug or the tournament's id. */
  readonly id: string;
  readonly title: string;
  /** Best first. */
  readonly models: readonly { readonly slug: string; readonly name: string }[];
}
