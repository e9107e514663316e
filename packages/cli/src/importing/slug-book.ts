import { distinctSlugOf, slugOf } from "./slug.ts";

/**
 * Which slug belongs to what. A name gets its readable slug; when that belongs to something else already, the slug
 * with six digits of a hash. What has a slug keeps it, so the same source gives the same slugs every time.
 */
export class SlugBook {
  readonly #owners = new Map<string, string>();
  readonly #fallback: string;

  /** @param fallback what stands for a name without Latin letters */
  constructor(fallback: string) {
    this.#fallback = fallback;
  }

  /** Writes down that a slug belongs to `identity` (a name, or the fingerprint of a text). */
  reserve(slug: string, identity: string): void {
    this.#owners.set(slug, identity);
  }

  has(slug: string): boolean {
    return this.#owners.has(slug);
  }

  /** The slug of `identity`, which is called `name`: its own, a free one, or null if both candidates are taken. */
  claim(name: string, identity: string): string | null {
    const readable = slugOf(name);
    const candidates = [readable, distinctSlugOf(name, this.#fallback, identity)];
    const slug = candidates.find((candidate) => candidate !== "" && this.#isFree(candidate, identity));
    if (slug === undefined) return null;
    this.#owners.set(slug, identity);
    return slug;
  }

  #isFree(slug: string, identity: string): boolean {
    const owner = this.#owners.get(slug);
    return owner === undefined || owner === identity;
  }
}
