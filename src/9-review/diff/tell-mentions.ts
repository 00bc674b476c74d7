/** Tells, document by document, which mentions came and went. */
import type { Mention } from '../../book.ts';
import { groupBy } from '../../group.ts';
import type { Difference } from './books.ts';
import { folded, inert, list, strong } from './markdown.ts';
import { startsOf } from './mentions.ts';
import { counted, documentName, linkTo } from './tell-places.ts';

export function mentions(difference: Difference): string[] {
  const [gained, lost] = [difference.mentions.gained, difference.mentions.lost].map(changes =>
    groupBy(changes, ({ page }) => page),
  ) as [Map<string, Mention[]>, Map<string, Mention[]>];
  const documents = new Set([...gained.keys(), ...lost.keys()]);
  return [...documents].toSorted().map(page => {
    const [came, went] = [gained.get(page) ?? [], lost.get(page) ?? []];
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

/** A sentence that names an entry twice stands once. */
function part(title: string, changes: readonly Mention[], difference: Difference): string {
  if (changes.length === 0) return '';
  const sentences = groupBy(changes, ({ entry, text, sentence, anchor }) =>
    JSON.stringify([entry, text, sentence, anchor]),
  );
  return `**${title}**\n\n${list([...sentences.values()], same => sentenceLine(same, difference), '文')}`;
}

/** `用語「NISC」: 今後は、**NISC**を中心に… /minutes/…#u7` */
function sentenceLine(same: readonly Mention[], difference: Difference): string {
  const mention = same[0] as Mention;
  const entry = inert(difference.titleOf(`glossary/${mention.entry}`));
  const times = same.length > 1 ? `（この文に${same.length}か所）` : '';
  return `用語「${entry}」: ${sentenceOf(mention)}${times} ${linkTo(mention, difference)}`;
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
