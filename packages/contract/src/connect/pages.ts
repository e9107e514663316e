import type { Page } from "../client.ts";

/** Every item of a paged list, page by page. `load` gets the cursor of the page, none for the first. */
export async function* allItems<T>(
  load: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T> {
  for (let cursor: string | undefined; ; ) {
    const page = await load(cursor);
    yield* page.data;
    if (page.next_cursor === null) return;
    cursor = page.next_cursor;
  }
}
