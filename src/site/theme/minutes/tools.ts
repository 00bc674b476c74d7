/** Makes the ¶ of each part of minutes the button of its menu; shows the bar while one reads; unfolds lists to print. */
import { withEdition } from '@tsuzuri/core/front-matter';
import { useData } from 'vitepress';
import { defineComponent, onMounted, onUnmounted } from 'vue';
import type { ThemeConfig } from '../../config/theme-config.ts';
import { label } from '../label.ts';
import { selectedRange } from '../shell/selection.ts';
import type { Cited } from './citation.ts';
import type { MenuOfPage } from './part-menu.ts';
import { isDocument, numberedName } from './part-name.ts';
import type { Bar } from './reading-bar.ts';

/** Renders nothing: its buttons are links of the page, which is not Vue's. */
export const MinutesTools = defineComponent({
  name: 'MinutesTools',
  setup() {
    const { frontmatter, page, site, theme } = useData<ThemeConfig>();
    const menu = (): MenuOfPage => ({
      cited: {
        ...(frontmatter.value as Cited),
        title: page.value.title,
        site: site.value.title,
        address: theme.value.address && theme.value.address + page.value.relativePath.replace(/(?:index)?\.md$/, ''),
      },
      report: theme.value.reportError,
      edit: (theme.value.editLink?.pattern as string | undefined)?.replace(':path', page.value.filePath),
    });
    let stop = (): void => {};
    onMounted(() => {
      const root = document.querySelector<HTMLElement>('.vp-doc');
      // A browser that knows no popovers keeps the links.
      const stops = root
        ? [
            ...('popover' in root ? [offerMenus(root, menu)] : []),
            offerBar(root, withEdition(page.value.title, { matter: frontmatter.value }, label)),
          ]
        : [];
      stop = () => stops.forEach(end => void end());
      window.addEventListener('beforeprint', unfold);
    });
    onUnmounted(() => {
      stop();
      window.removeEventListener('beforeprint', unfold);
    });
    return () => undefined;
  },
});

/** Paper cannot be unfolded. */
function unfold(): void {
  for (const list of document.querySelectorAll('details')) list.open = true;
}

/** Once the head of the page is above the window. @returns takes the bar away */
function offerBar(root: Element, title: string): () => void {
  const head = root.querySelector('.minutes-head');
  let bar: Promise<Bar | undefined> | undefined;
  const observer = new IntersectionObserver(entries => {
    const isPast = entries.some(({ isIntersecting, boundingClientRect: { bottom } }) => !isIntersecting && bottom <= 0);
    if (isPast)
      bar ??= import('./reading-bar.ts').then(
        ({ makeBar }) => makeBar(root, title),
        () => undefined, // without a network the page is read without it
      );
    void bar?.then(made => made?.show(isPast));
  });
  if (head) observer.observe(head);
  return () => {
    observer.disconnect();
    void bar?.then(made => made?.remove());
  };
}

const OWN_LINKS = '[data-b] > :is(.own-link, .header-anchor)';

/** @returns stops listening */
function offerMenus(root: HTMLElement, menu: () => MenuOfPage): () => void {
  // A task of its own: some documents have hundreds.
  const later = setTimeout(() => {
    for (const link of root.querySelectorAll(OWN_LINKS)) makeButton(link);
  });
  /** As the pointer came down: it may undo the selection, and closes a menu that is open. */
  let pressed: { readonly chosen: Range | undefined; readonly wasOpen: boolean } | undefined;
  const open = async (link: HTMLAnchorElement, chosen: Range | undefined): Promise<void> => {
    try {
      const { openMenu } = await import('./part-menu.ts');
      openMenu(link, chosen, menu());
    } catch {
      location.hash = link.hash; // without a network it leads where it led before
    }
  };
  const listeners = {
    pointerdown: ({ target }: PointerEvent): void => {
      const link = linkAt(target);
      pressed = link && { chosen: selectedRange(), wasOpen: link.ariaExpanded === 'true' };
    },
    click: (event: MouseEvent): void => {
      const link = linkAt(event.target);
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const { chosen, wasOpen } = (event.detail > 0 && pressed) || { chosen: selectedRange(), wasOpen: false };
      if (!wasOpen) void open(link, chosen);
    },
    keydown: (event: KeyboardEvent): void => {
      const link = linkAt(event.target);
      if (!link || ![' ', 'ArrowDown'].includes(event.key)) return;
      event.preventDefault();
      void open(link, selectedRange());
    },
  };
  for (const [event, listen] of Object.entries(listeners)) root.addEventListener(event, listen as EventListener);
  return () => {
    clearTimeout(later);
    document.querySelector('.part-menu')?.remove();
    for (const [event, listen] of Object.entries(listeners)) root.removeEventListener(event, listen as EventListener);
  };
}

function makeButton(link: Element): void {
  link.classList.add('vp-raw'); // the router of VitePress leaves such alone
  link.role = 'button';
  link.ariaHasPopup = 'menu';
  // Of a section not its words: they would be read twice, as those of the heading and of what stands in it.
  const parent = link.parentElement as Element;
  const part = numberedName(parent) ?? label(isDocument(parent) ? 'theme.thisDocument' : 'theme.thisHeading');
  link.ariaLabel = label('theme.menuOf', { part });
}

const linkAt = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element && target.closest<HTMLAnchorElement>(OWN_LINKS)) || undefined;
