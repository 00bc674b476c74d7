/** Names a part of minutes by its number, or tells that it is all of them. */
import { label } from '../label.ts';

/** The title stands for the document as a whole, whose address is that of the page. */
export const isDocument = (part: Element): boolean => part.matches('h1');

/** `発言6`, `段落32`; nothing for a section. */
export function numberedName({ id }: Element): string | undefined {
  const [, kind, number = ''] = /^([pu])(\d+)$/.exec(id) ?? [];
  return kind && label(kind === 'u' ? 'theme.speech' : 'theme.paragraph', { number });
}
