const keyOf = (element: Element): string | null => element.getAttribute("data-key");

/** The element that stands where `next` wants to stand: the one of its key, or one of its kind without a key. */
function standing(
  next: Element,
  there: Element | undefined,
  keyed: ReadonlyMap<string | null, Element>,
): Element | undefined {
  const key = keyOf(next);
  if (key !== null) return keyed.get(key);
  return there && keyOf(there) === null && there.tagName === next.tagName ? there : undefined;
}

/** Lays a new drawing over an old one: what stays is kept, so that it can glide, and nothing flashes. */
export function lay(old: Element, now: Element): void {
  for (const { name, value } of now.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!now.hasAttribute(name)) old.removeAttribute(name);
  if (now.children.length === 0) {
    if (old.textContent !== now.textContent) old.textContent = now.textContent;
    return;
  }
  if (old.children.length === 0) old.textContent = "";
  const keyed = new Map([...old.children].map((child) => [keyOf(child), child]));
  const wanted = [...now.children];
  for (const [at, next] of wanted.entries()) {
    const there = old.children[at];
    const was = standing(next, there, keyed);
    if (was) lay(was, next);
    const placed = was ?? next;
    if (placed !== there) old.insertBefore(placed, there ?? null);
  }
  while (old.children.length > wanted.length) old.lastElementChild?.remove();
}
