/** Offers each speech, and each paragraph that a link has led to, as a citation to copy. */
import { japaneseDate } from '../dates.ts';
import { landed } from './landing.ts';

/** What the head of minutes says, as far as a citation needs it. */
export interface Cited {
  readonly title: string;
  readonly body?: string;
  readonly session?: number;
  readonly document?: string;
  readonly date?: string;
  readonly era?: string;
  readonly fiscal?: number;
}

const COPIED_FOR = 2500;
const LABEL = '引用をコピー';

/**
 * Puts a button into each speech, and one into the block that the address names.
 * @returns takes them away
 */
export function offerCitations(root: Element, cited: Cited): () => void {
  for (const speech of root.querySelectorAll('[id^="u"][data-b]')) offer(speech);
  const onLand = (): void => {
    root.querySelector('.tool-landed')?.remove();
    const block = landed();
    if (!block?.matches('[data-b]') || block.querySelector('.cite')) return;
    offer(block).classList.add('tool-landed');
  };
  const onClick = (event: Event): void => {
    const button = (event.target as Element).closest('.cite');
    if (button) void copy(button, citation(button.closest('[id]') as Element, cited));
  };
  onLand();
  root.addEventListener('click', onClick);
  window.addEventListener('hashchange', onLand);
  return () => {
    root.removeEventListener('click', onClick);
    window.removeEventListener('hashchange', onLand);
    for (const tool of root.querySelectorAll('.tool')) tool.remove();
  };
}

function offer(block: Element): Element {
  const tool = document.createElement('span');
  tool.className = 'tool ignore-header'; // VitePress leaves such out of its outline
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cite';
  button.textContent = LABEL;
  const number = block.id.slice(1);
  if (block.id.startsWith('u')) button.setAttribute('aria-label', `発言${number}の${LABEL}`);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  tool.append(button, status);
  block.append(tool);
  return tool;
}

/** `情報セキュリティ政策会議 第31回 議事要旨（2012年11月1日）、発言7、https://…#u7` */
export function citation(block: Element, { title, body, session, document, date, era, fiscal }: Cited): string {
  const name = body ? [body, session && `第${session}回`, document].filter(Boolean).join(' ') : title;
  const when = (date && japaneseDate(date)) || era || (fiscal ? `${fiscal}年度` : '');
  const url = new URL(`#${block.id}`, location.href);
  url.search = '';
  return [`${name}${when && `（${when}）`}`, ...placeOf(block), url.href].join('、');
}

/** Who speaks, the number of the speech; of a paragraph its number after that of the speech that it belongs to. */
function placeOf(block: Element): string[] {
  const own = block.id.slice(1);
  const paragraph = block.id.startsWith('p') ? [`段落${own}`] : [];
  const speech = block.id.startsWith('u') ? block : speechBefore(block);
  if (!speech) return paragraph;
  const isNamed = /^H\d$/.test(speech.tagName);
  return [...(isNamed ? [wordsOf(speech)] : []), `発言${speech.id.slice(1)}`, ...paragraph];
}

/** The heading of the speech that a block stands below, if no other section has begun since. */
function speechBefore(block: Element): Element | undefined {
  const root = block.closest('.vp-doc');
  const all = [...(root?.querySelectorAll('[id^="u"][data-b], [id^="s"][data-b]') ?? [])];
  const before = all.filter(one => one.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  return before?.id.startsWith('u') && /^H\d$/.test(before.tagName) ? before : undefined;
}

function wordsOf(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.tool, .header-anchor, .mark-note, .taken')) extra.remove();
  return copy.textContent?.trim() ?? '';
}

async function copy(button: Element, words: string): Promise<void> {
  const isDone = await write(words);
  const status = button.nextElementSibling as HTMLElement;
  status.textContent = isDone ? 'コピーしました' : words; // where nothing may be copied, there is something to select
  if (isDone) setTimeout(() => status.replaceChildren(), COPIED_FOR);
}

async function write(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
