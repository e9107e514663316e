/** 128 random bits; a fixed length and alphabet, so that replacing one in a page cannot meet anything else. */
export const newNonce = (): string => `n${crypto.randomUUID().replaceAll("-", "")}`;

/** Scripts only with the page's nonce; pictures from here, from data and over https; nobody may frame a page. */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
