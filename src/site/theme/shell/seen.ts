/** Loads the program of a part of the page as that part comes into view: until then its HTML is enough. */

/** The page that the host has sent; every other one is made here, and has no HTML before its programs. */
const firstPath = typeof location === 'undefined' ? undefined : location.pathname;

/** @param selector of the part in the HTML; where there is none, the program is loaded at once */
export const whenSeen =
  <T>(selector: string, load: () => Promise<T>): (() => Promise<T>) =>
  async () => {
    const part = firstPath !== undefined && location.pathname === firstPath ? document.querySelector(selector) : null;
    if (!part) return load();
    let clicked: EventTarget | null = null;
    const note = ({ target }: Event): void => {
      clicked = target;
    };
    part.addEventListener('click', note);
    await seen(part);
    const loaded = await load();
    part.removeEventListener('click', note);
    // Who was quicker than the network does not click again.
    setTimeout(() => clicked instanceof HTMLButtonElement && clicked.click());
    return loaded;
  };

/** @param ahead how far below the screen it counts as seen: `100%` is a screen */
export const seen = (part: Element, ahead = '0px'): Promise<void> =>
  new Promise(resolve => {
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `0px 0px ${ahead}` },
    );
    observer.observe(part);
  });
