/** Tells, document by document, which mentions came and went. */
import type { Mention } from '../book.ts';
import { groupBy } from '../group.ts';
import type { Difference } from './diff-books.ts';
import { folded, inert, list, strong } from './diff-markdown.ts';
import { startsOf } from './diff-mentions.ts';
import { counted, documentName, linkTo } from './diff-tell-places.ts';

export function mentions(difference: Difference): string[] {
  const { gained, lost } = difference.mentions;
  const documents = groupBy([...gained, ...lost], ({ page }) => page);
  return [...documents.keys()].toSorted().map(page => {
    const [came = [], went = []] = [gained, lost].map(changes => changes.filter(mention => mention.page === page));
    const counts = counted([
      ['増えた言及', came.length],
      ['消えた言及', went.length],
    ]);
    return folded(
      `${documentName(page, difference)}: ${counts}`,
      part('増えた言及', came, difference),
      part('消えた言及', went, difference),
    );
  });
}

function part(title: string, changes: readonly Mention[], difference: Difference): string {
  if (changes.length === 0) return '';
  return `**${title}**\n\n${list(changes, mention => mentionLine(mention, difference))}`;
}

/** `用語「NISC」: 今後は、**NISC**を中心に… /minutes/…#u7` */
function mentionLine(mention: Mention, difference: Difference): string {
  const entry = inert(difference.titleOf(`glossary/${mention.entry}`));
  return `用語「${entry}」: ${sentenceOf(mention)} ${linkTo(mention, difference)}`;
}

/** Letters of a sentence on either side of the words. */
const BESIDE = 60;

function sentenceOf(mention: Mention): string {
  const { sentence, text } = mention;
  const [start] = startsOf(mention);
  if (start === undefined) return strong(text);
  const end = start + text.length;
  const [from, to] = [Math.max(0, start - BESIDE), Math.min(sentence.length, end + BESIDE)];
  const [before, behind] = [sentence.slice(from, start), sentence.slice(end, to)].map(inert);
  return `${from > 0 ? '…' : ''}${before}${strong(text)}${behind}${to < sentence.length ? '…' : ''}`;
}
