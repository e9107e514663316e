// What both elements do: wait until they are seen, ask for their data, ask again while they are seen, and lay every new
// drawing over the old one. Until the first answer, and when there is none, the page shows what stands in the tag.
import { lay } from "./lay.ts";
import { origin } from "./origin.ts";
import { sheet } from "./style.ts";

const pollMs = 10_000;
const mostMs = 300_000;

export interface Shown {
  /** Below the origin. */
  readonly path: string;
  /** Draws what the address answers: the API is the elements' own, so its shape is trusted. */
  readonly draw: (data: unknown) => Element;
}

/** Rows that can glide, with the places where they stand. */
const topsOf = (root: ParentNode): Map<Element, number> =>
  new Map([...root.querySelectorAll("tr[data-key]")].map((row) => [row, row.getBoundingClientRect().top]));

function glide(before: ReadonlyMap<Element, number>): void {
  if (matchMedia("(prefers-reduced-motion:reduce)").matches) return;
  for (const [row, top] of before) {
    const by = row.isConnected ? top - row.getBoundingClientRect().top : 0;
    if (by !== 0)
      row.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], {
        duration: 500,
        easing: "ease-out",
      });
  }
}

export abstract class LiveElement extends HTMLElement {
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #eye = new IntersectionObserver((seen) => {
    this.#seen = seen.at(-1)?.isIntersecting ?? false;
    this.#plan();
  });
  #seen = false;
  #due = 0;
  #waitMs = pollMs;
  #timer = 0;
  #tag: string | null = null;
  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    const asksNoMore = this.getAttribute("live") === "0" && this.#tag !== null;
    if (!this.#seen || document.hidden || !this.isConnected || asksNoMore) return;
    this.#timer = setTimeout(this.#ask, Math.max(0, this.#due - Date.now()));
  };

  /** Null while an attribute is missing. */
  abstract shown(): Shown | null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet()];
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    this.#eye.observe(this);
    document.addEventListener("visibilitychange", this.#plan);
  }

  disconnectedCallback(): void {
    this.#eye.disconnect();
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#plan);
  }

  attributeChangedCallback(): void {
    this.#due = 0;
    this.#tag = null;
    this.#plan();
  }

  readonly #ask = async (): Promise<void> => {
    const shown = this.shown();
    if (shown === null) return;
    this.#due = Date.now() + mostMs;
    try {
      const answer = await fetch(origin + shown.path, { cache: "no-cache", credentials: "omit" });
      if (!answer.ok) throw answer;
      const tag = answer.headers.get("etag") ?? "";
      if (tag !== this.#tag) this.#show(shown.draw(await answer.json()));
      this.#tag = tag;
      this.#waitMs = pollMs;
    } catch {
      this.#waitMs = Math.min(2 * this.#waitMs, mostMs);
    }
    this.#due = Date.now() + this.#waitMs;
    this.#plan();
  };

  #show(drawing: Element): void {
    const old = this.#root.firstElementChild;
    if (old === null || old.tagName === "SLOT") {
      this.#root.replaceChildren(drawing);
      return;
    }
    const before = topsOf(this.#root);
    lay(old, drawing);
    glide(before);
  }
}
