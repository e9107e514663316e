// The models and prompts of an import: which slug each has, and which the arena had before. Prompts are kept as
// fingerprints, so that a million of them fit in memory.
import { FieldError } from "./fields.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ModelRecord, PromptRecord } from "./record.ts";
import { SlugBook } from "./slug-book.ts";

interface KeptPrompt {
  readonly slug: string;
  readonly textPrint: string;
}

/** A slug is cut from the beginning of a text. */
const openingChars = 200;

export class Catalogue {
  readonly #modelBook = new SlugBook("model");
  readonly #promptBook = new SlugBook("prompt");
  readonly #slugByModelName = new Map<string, string>();
  readonly #slugByModelKey = new Map<string, string>();
  readonly #slugByText = new Map<string, string>();
  readonly #promptByKey = new Map<string, KeptPrompt>();
  readonly #storedModels = new Set<string>();
  readonly #storedPrompts = new Set<string>();

  /** Takes note of a model that the arena has. */
  addStoredModel(slug: string, name: string): void {
    this.#modelBook.reserve(slug, name);
    this.#slugByModelName.set(name, slug);
    this.#storedModels.add(slug);
  }

  /** Takes note of a prompt that the arena has. */
  addStoredPrompt(slug: string, text: string): void {
    const textPrint = fingerprint(text);
    this.#promptBook.reserve(slug, textPrint);
    if (!this.#slugByText.has(textPrint)) this.#slugByText.set(textPrint, slug);
    this.#storedPrompts.add(slug);
  }

  isStoredModel(slug: string): boolean {
    return this.#storedModels.has(slug);
  }

  isStoredPrompt(slug: string): boolean {
    return this.#storedPrompts.has(slug);
  }

  /** The slug of a model: the one it brings, else by name, else by a slug that the arena has, else a new one. */
  enterModel({ key, name, slug: own }: ModelRecord): string {
    const known = own === undefined ? this.#knownModel(name) : this.isStoredModel(own) ? own : null;
    const entered = known ?? this.#modelBook.claim(own ?? name, own ?? name);
    if (entered === null || (own !== undefined && entered !== own))
      throw new FieldError("model", `no free address for "${own ?? name}"`);
    this.#slugByModelName.set(name, entered);
    this.#slugByModelKey.set(key, entered);
    return entered;
  }

  #knownModel(name: string): string | null {
    return this.#slugByModelName.get(name) ?? (this.isStoredModel(name) ? name : null);
  }

  /** The slug of a prompt. Throws `FieldError` when its key stood for another text before. */
  enterPrompt(record: PromptRecord): string {
    const keyPrint = fingerprint(record.key);
    const textPrint = fingerprint(record.text);
    const before = this.#promptByKey.get(keyPrint);
    if (before !== undefined && before.textPrint !== textPrint) {
      throw new FieldError("prompt", `"${shown(record.key)}" has another text elsewhere in the source`);
    }
    const slug = before?.slug ?? this.#promptSlug(record, textPrint);
    this.#promptByKey.set(keyPrint, { slug, textPrint });
    return slug;
  }

  #promptSlug({ label, text }: PromptRecord, textPrint: string): string {
    const known = label === undefined ? this.#slugByText.get(textPrint) : undefined;
    const slug = known ?? this.#promptBook.claim(label ?? text.slice(0, openingChars), textPrint);
    if (slug === null) throw new FieldError("prompt", `no free address for "${shown(label ?? text)}"`);
    if (label === undefined) this.#slugByText.set(textPrint, slug);
    return slug;
  }

  /** The slug of a model that was entered. Throws `FieldError` for any other key. */
  modelSlug(key: string): string {
    const slug = this.#slugByModelKey.get(key);
    if (slug === undefined) throw new FieldError("model", `there is no model "${shown(key)}" in the source`);
    return slug;
  }

  /** The slug of a prompt that was entered. Throws `FieldError` for any other key. */
  promptSlug(key: string): string {
    const prompt = this.#promptByKey.get(fingerprint(key));
    if (prompt === undefined)
      throw new FieldError("prompt", `there is no prompt "${shown(key)}" in the source`);
    return prompt.slug;
  }
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
