/** Adds the tools of minutes where they are used: in speeches, at the target of a link, where text is selected; unfolds lists to print. */
import { useData } from 'vitepress';
import { defineComponent, onMounted, onUnmounted } from 'vue';
import type { ThemeConfig } from '../../config/theme-config.ts';
import { label, ownLang, setLang } from '../label.ts';
import { onArrival, targetElement } from '../shell/arrivals.ts';
import { type Cited, citeButton } from './cite.ts';
import { nameOfTool } from './position.ts';
import { followReport, reportAddress, reportOfPart, selectedText } from './report.ts';

/** Renders nothing: its tools stand in blocks of the page, which are not Vue's. */
export const MinutesTools = defineComponent({
  name: 'MinutesTools',
  setup() {
    const { frontmatter, page, theme } = useData<ThemeConfig>();
    let removeTools = (): void => {};
    onMounted(() => {
      const root = document.querySelector('.vp-doc > div');
      const cited = { ...(frontmatter.value as Cited), title: page.value.title };
      if (root) removeTools = offerTools(root, { cited, form: theme.value.reportError });
      window.addEventListener('beforeprint', unfold);
    });
    onUnmounted(() => {
      removeTools();
      window.removeEventListener('beforeprint', unfold);
    });
    return () => undefined;
  },
});

/** Paper cannot be unfolded. */
function unfold(): void {
  for (const list of document.querySelectorAll('details')) list.open = true;
}

interface Tools {
  readonly cited: Cited;
  /** Address of the form for a report; nothing where there is none. */
  readonly form: string | undefined;
}

/** Milliseconds without a change before a selection is offered a tool. */
const SETTLED = 300;

/** @returns removes them */
function offerTools(root: Element, { cited, form }: Tools): () => void {
  const report = (block: Element): Element[] => (form ? [reportLink(block, { form, title: cited.title })] : []);
  const both = (block: Element): Element[] => {
    const { button, status } = citeButton(block, cited);
    return [button, ...report(block), status];
  };
  for (const speech of root.querySelectorAll('[id^="u"][data-b]')) put(speech, both(speech));
  const land = (): void => {
    root.querySelector('.tool-landed')?.remove();
    const block = targetElement();
    if (block?.matches('[data-b]') && !block.querySelector('.cite')) put(block, both(block), ['tool-landed']);
  };
  land();
  const stops = [onArrival(land), form ? onSelection(() => offerAtSelection(root, report)) : () => {}];
  return () => {
    for (const stop of stops) stop();
    for (const tool of root.querySelectorAll('.tool')) tool.remove();
  };
}

function put(block: Element, parts: readonly Element[], kind: string[] = []): void {
  const tool = document.createElement('span');
  tool.classList.add('tool', ...kind, 'ignore-header'); // VitePress leaves such out of its outline
  setLang(tool, ownLang());
  tool.append(...parts);
  block.append(tool);
}

function reportLink(block: Element, { form, title }: { form: string; title: string }): Element {
  const link = document.createElement('a');
  link.className = 'report no-icon';
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.textContent = label('theme.report');
  link.setAttribute('aria-label', nameOfTool(block, label('theme.report')));
  const report = () => reportOfPart(title, block);
  link.href = reportAddress(form, report());
  for (const [event, act] of Object.entries(followReport(form, report)))
    link.addEventListener(event, act as EventListener);
  return link;
}

/** Offers a report at the end of a block where text is selected; a tool that is about to be used stays. */
function offerAtSelection(root: Element, report: (block: Element) => Element[]): void {
  const earlier = root.querySelector('.tool-chosen');
  if (earlier?.matches(':hover, :focus-within')) return;
  earlier?.remove();
  const part = selectedText()?.part;
  const isHere = part?.matches('[data-b]') && part.contains(getSelection()?.anchorNode ?? null);
  if (part && isHere && root.contains(part) && !part.querySelector('.tool')) put(part, report(part), ['tool-chosen']);
}

/** @returns stops watching */
function onSelection(act: () => void): () => void {
  let timer: number | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(act, SETTLED);
  };
  document.addEventListener('selectionchange', wait);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', wait);
  };
}
