import { itemAt } from "../item-at.ts";

/** Enough rounds for a damping of 0.85 to bring the error below 1e-9 (0.85^128). */
const rounds = 128;

/**
 * PageRank of a graph with weighted, undirected edges (Brin & Page, 1998): `edges[i][j]` is the weight
 * between i and j. The ranks sum to 1; a node without edges hands its rank to all.
 */
export function pageRank(edges: readonly (readonly number[])[], damping: number): number[] {
  const size = edges.length;
  const degrees = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = edges.map(() => 1 / size);
  for (let round = 0; round < rounds; round++) ranks = nextRanks(edges, degrees, ranks, damping);
  return ranks;
}

function nextRanks(
  edges: readonly (readonly number[])[],
  degrees: readonly number[],
  ranks: readonly number[],
  damping: number,
): number[] {
  const size = edges.length;
  const lost = ranks.reduce((sum, rank, i) => (degrees[i] === 0 ? sum + rank : sum), 0);
  return ranks.map((_, to) => {
    const received = ranks.reduce((sum, rank, from) => {
      const degree = itemAt(degrees, from);
      return degree === 0 ? sum : sum + (rank * itemAt(itemAt(edges, from), to)) / degree;
    }, lost / size);
    return (1 - damping) / size + damping * received;
  });
}
