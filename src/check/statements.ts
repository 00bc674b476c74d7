/** Checks that the statements of an entry can be checked: by a document, by a note, by sources that are not too old. */
import { byStart, isWebSource, NOTE_MARK, type Term } from '@tsuzuri/core/card';
import { compare } from '@tsuzuri/core/front-matter';
import { FOLDERS } from '@tsuzuri/core/urls';
import { joinWords, type Saying, say } from '@tsuzuri/core/wording';
import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { firstParagraph, treeOf } from './definitions.ts';

/** A place in an entry that needs a source, or has an old one. */
export interface StatementProblem {
  /** Of the body, from 1; absent where the front matter is meant. */
  readonly line?: number;
  readonly rule: string;
  readonly saying: Saying;
}

/** What an author writes behind a statement whose source is still looked for. */
const UNVERIFIED = /出典未確認|source not verified/iu;

/**
 * Every paragraph links a document or carries a note, or says that its source is looked for. A list goes with the
 * paragraph before it; the first paragraph may rest on the quotes of the card.
 */
export function unsourcedIn(term: Term): StatementProblem[] {
  const { sources, known } = term;
  const hasQuotes = sources.some(source => !isWebSource(source));
  const found: StatementProblem[] = [];
  let isCovered = false;
  let isFirst = true;
  for (const block of treeOf(term).children) {
    if (block.type === 'heading' || block.type === 'footnoteDefinition' || block.type === 'definition') continue;
    const line = block.position?.start.line ?? 1;
    isCovered = (block.type !== 'paragraph' && isCovered) || isSourced(block) || (isFirst && hasQuotes);
    isFirst = false;
    if (UNVERIFIED.test(textOf(block))) found.push({ line, rule: 'unverified', saying: say('check.unverified') });
    else if (!isCovered) found.push({ line, rule: 'no-source', saying: say('check.noStatementSource') });
  }
  if (known === 'general' && !sources.some(isWebSource))
    found.push({ rule: 'no-source', saying: say('check.noGeneralSource') });
  return found;
}

function isSourced(block: RootContent): boolean {
  if (textOf(block).search(NOTE_MARK) >= 0) return true;
  let links = false;
  visit(block as Nodes, node => {
    if (node.type === 'footnoteReference') links = true;
    if (node.type === 'link' && node.url.includes(FOLDERS.minutes)) links = true;
  });
  return links;
}

const YEAR = 365.25 * 86_400_000;

/** Whether nobody has looked at a card for a year, or what it says has ended. @param day ISO day from which one looks back */
export function staleness(term: Term, day: string): StatementProblem[] {
  const { names, sources } = term;
  const latest = names.toSorted(byStart).at(-1);
  const read = sources.flatMap(source => (isWebSource(source) ? source.accessed : [])).toSorted(compare);
  const newest = read.at(-1);
  const isOld = newest !== undefined && Date.parse(day) - Date.parse(newest) > YEAR;
  const isOver = latest?.until !== undefined && latest.until < day;
  return [
    ...(isOld && latest?.until === undefined
      ? [{ rule: 'stale', saying: say('check.stale', { term: term.term, accessed: newest }) }]
      : []),
    ...(isOver && !saysThatItEnded(term)
      ? [{ rule: 'ended', saying: say('check.ended', { term: term.term, until: latest?.until ?? '' }) }]
      : []),
  ];
}

/** The first paragraph is in the past tense, or says what came after. */
function saysThatItEnded(term: Term): boolean {
  const first = firstParagraph(term);
  return /でした|であった|だった|まし(?:た|て)|旧|前身|当時|今は|今の名|現在|後継|改組|引き継|\b(?:was|were|former(?:ly)?|until)\b/u.test(
    first ? textOf(first) : '',
  );
}

/** `2015年1月9日`, `2015-01-09` */
const DAY = /(?<year>\d{4})年\s?(?<month>\d{1,2})月\s?(?<date>\d{1,2})日/gu;

/** Founding, in the first paragraph: `2015年に置かれました`, `2015年1月9日に改組され` */
const FOUNDED =
  /(?<year>\d{4})年(?:\s?\d{1,2}月)?(?:\s?\d{1,2}日)?に、?(?:[^、。\d]{0,20}(?:に|で|が|を))?(?:設置|設け|置かれ|発足|創設|設立|成立|策定|決定|制定|採択|公布|改組|始ま)/gu;

/**
 * What the text says of a time and the front matter does not: a day that is one of `names` but for its year, in the first
 * paragraph also a year of founding in which no name begins or ends.
 */
export function contradictedDays(term: Term): StatementProblem[] {
  const { body, names } = term;
  const days = names.flatMap(({ from = [], until = [] }) => [from, until].flat());
  if (days.length === 0) return [];
  const first = firstParagraph(term);
  const years = days.flatMap(day => [Number(day.slice(0, 4)), Number(day.slice(0, 4)) + 1]);
  const mismatch = (line: number, day: string, other: string): StatementProblem => ({
    line,
    rule: 'date-mismatch',
    saying: say('check.dateMismatch', { day, other }),
  });
  const founded = Array.from((first ? textOf(first) : '').matchAll(FOUNDED), ({ groups }) => groups?.year ?? '')
    .filter(year => !years.includes(Number(year)))
    .map(year => mismatch(first?.position?.start.line ?? 1, `${year}年`, joinWords(days)));
  const shifted = body.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(DAY), ({ groups: { year = '', month = '', date = '' } = {} }) =>
      [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
    )
      .filter(day => !days.includes(day))
      .flatMap(day => {
        const near = days.find(other => other.slice(4) === day.slice(4));
        return near === undefined ? [] : [mismatch(index + 1, day, near)];
      }),
  );
  return [...founded, ...shifted];
}
