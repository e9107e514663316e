// Written by `npm run release -w @agon/widget`.

/** The newest release of the custom elements: an address that never changes its content, and its fingerprint. */
export const elementRelease = {
  path: "/embed/v1.c3834832af8e3294.js",
  integrity: "sha384-w4NIMq+OMpTUdCBPweTXkA/zs8rGja6SHmZuRez5kWs6jkYTsm/qMD3Qkr8tWFef",
} as const;
