/** Names a part of minutes by its number. */
import { label } from '../label.ts';

/** `発言6`, `段落32`; nothing for a section. */
export function numberedName({ id }: Element): string | undefined {
  const [, kind, number = ''] = /^([pu])(\d+)$/.exec(id) ?? [];
  return kind && label(kind === 'u' ? 'theme.speech' : 'theme.paragraph', { number });
}
