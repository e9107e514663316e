// Written by `npm run release -w @agon/widget`.

/** The newest release of the custom elements: an address that never changes its content, and its fingerprint. */
export const elementRelease = {
  path: "/embed/v1.010966e261c0ccc5.js",
  integrity: "sha384-AQlm4mHAzMV7aWMjf0vaKxR+VxtQDoSCHo8XYNTNsnY6Yi7KILcX9vD3HqVN1jZM",
} as const;
