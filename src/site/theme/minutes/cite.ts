/** Makes the button that copies the citation of a block of minutes. */
import { day } from '@tsuzuri/core/front-matter';
import { label } from '../label.ts';
import { addressOf, nameOfTool, placeOf } from './position.ts';

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

/** A button that copies the citation of a block, and says so. */
export function citeButton(block: Element, cited: Cited): { button: Element; status: Element } {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cite';
  button.textContent = label('theme.cite');
  button.setAttribute('aria-label', nameOfTool(block, label('theme.cite')));
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => void copy(citation(block, cited), status));
  return { button, status };
}

/** `情報セキュリティ政策会議 第31回 議事要旨（2012年11月1日）、発言7、https://…#u7` */
function citation(block: Element, { title, body, session, document, date, era, fiscal }: Cited): string {
  const name = body ? [body, session && `第${session}回`, document].filter(Boolean).join(' ') : title;
  const when = (date && day(date, label)) || era || (fiscal ? label('fiscalYear', { year: fiscal }) : '');
  return [name + (when && label('bracketed', { words: when })), ...placeOf(block), addressOf(block)].join(
    label('comma'),
  );
}

async function copy(words: string, status: Element): Promise<void> {
  const isDone = await write(words);
  status.textContent = isDone ? label('theme.copied') : words; // where nothing may be copied, there is something to select
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
