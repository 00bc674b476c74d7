/** Makes the pages that people write by hand, `.md` below `docs/`: only links are put in. */

import type { Page } from '@tsuzuri/core/book';
import { withoutIncludes, writeMatter } from '@tsuzuri/core/markdown';
import { type LinkOptions, linkKey, linkMarkdown } from '../links.ts';
import type { ParsedCard } from '../load.ts';
import type { Source } from '../sources.ts';
import { lazyPage, leadOf, type PageKind } from './page.ts';

export const TEXT: PageKind = {
  kind: 'text',
  path: '',
  make: ({ cards, links, cache }) =>
    cards.texts.map(text =>
      cache(
        `page of ${text.made.file}`,
        () => [text.card, linkKey(text.made.name, text.body, links)],
        () => textPage(text, links),
      ),
    ),
};

function textPage({ made: { name, file }, card, body }: ParsedCard<Source>, links: LinkOptions): Page {
  const title = String(card.data.title ?? /^# (.+)$/m.exec(card.body)?.[1] ?? name);
  return lazyPage({ path: name, kind: 'text', title, source: file }, () => {
    const matter = { ...leadOf(body()), ...card.data, title, kind: 'text', source: file };
    return `---\n${writeMatter(matter)}\n---\n${withoutIncludes(linkMarkdown(card.body, links))}`;
  });
}
