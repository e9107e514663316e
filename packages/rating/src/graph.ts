/** Adjacency of n nodes: `edges[i]` lists the nodes that i points to. */
export type Edges = readonly (readonly number[])[];

function reachable(edges: Edges, start: number): number {
  const seen = new Uint8Array(edges.length);
  const stack = [start];
  seen[start] = 1;
  let count = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    count++;
    for (const next of edges[node] ?? []) {
      if (seen[next] === 1) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
  return count;
}

function reversed(edges: Edges): number[][] {
  const result: number[][] = edges.map(() => []);
  edges.forEach((targets, from) => {
    for (const to of targets) result[to]?.push(from);
  });
  return result;
}

/** `strong`: every node reaches every other one; `weak`: so it does when directions are ignored. */
export type Connection = "strong" | "weak" | "none";

/**
 * How well battles link the models; an edge runs from i to j when i beat or tied j. The maximum of a
 * Bradley-Terry likelihood exists exactly when this is `strong` (L. R. Ford, 1957). At most one node
 * is `strong`.
 */
export function connectionOf(edges: Edges): Connection {
  if (edges.length < 2) return "strong";
  const back = reversed(edges);
  if (reachable(edges, 0) === edges.length && reachable(back, 0) === edges.length) return "strong";
  const both = edges.map((targets, node) => [...targets, ...(back[node] ?? [])]);
  return reachable(both, 0) === edges.length ? "weak" : "none";
}
