/** Tells which part of a page the reader has come to, without measuring anything while the page scrolls. */

/** A part is reached when it begins above this line, below the bars and where links lead: in pixels from the top of the window. */
const LINE = 130;

/**
 * @param parts in the order of the page
 * @param tell called with the part that was reached last, or nothing above the first one
 * @returns stops watching
 */
export function watchPassed(parts: readonly Element[], tell: (part: Element | undefined) => void): () => void {
  const passed = new Set<Element>();
  let last: Element | undefined;
  const note = (entries: readonly IntersectionObserverEntry[]): void => {
    // A part that is folded is nowhere.
    for (const {
      target,
      boundingClientRect: { top, height },
    } of entries)
      if (top < LINE && height > 0) passed.add(target);
      else passed.delete(target);
    const now = parts.findLast(part => passed.has(part));
    if (now !== last) tell(now);
    last = now;
  };
  // What is seen is all below the line, however far and wide: a part begins to leave it as it is reached.
  const observer = new IntersectionObserver(note, {
    rootMargin: `-${LINE}px 10000px 10000000px 10000px`,
    threshold: 1,
  });
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
}
