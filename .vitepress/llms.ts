/** Writes `llms.txt` (https://llmstxt.org): what stands where, for programs that read Markdown. */
import type { Entry } from './book.ts';
import { minutesOf } from './contents.ts';
import { describe } from './describe.ts';
import { SITE, type Site } from './site.ts';

const LEAD = `どのページも、番地の終わりに「.md」を付けると Markdown で読めます。`;

export function llmsText({ contents: { pages }, place }: Site): string {
  const prefix = place.address ?? place.base;
  const row = (page: Entry): string =>
    `- [${inLink(page.title)}](${encodeURI(`${prefix}${page.path}.md`)}): ${oneLine(describe(page))}`;
  const sections: readonly (readonly [title: string, pages: readonly Entry[]])[] = [
    ['会議録', minutesOf(pages).reverse()],
    ['用語集', pages.filter(({ kind }) => kind === 'term')],
    ['このサイト', pages.filter(({ kind }) => kind === 'text')],
  ];
  return [
    `# ${SITE.title}`,
    `> ${SITE.description}`,
    LEAD,
    ...sections.map(([title, listed]) => `## ${title}\n\n${listed.map(row).join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** Brackets of a title do not end the link: `[案] 議事` → `\[案\] 議事`. */
const inLink = (text: string): string => oneLine(text).replace(/[\\[\]]/g, '\\$&');
