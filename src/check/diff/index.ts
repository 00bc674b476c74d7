/** Describes, as Markdown for a pull request, what a change of the sources does to the book. */
import { type Comparison, compareBooks, type Difference } from './compare.ts';
import { joinParts } from './markdown.ts';
import { corrections, doubts, mended, mentions, pages, summary, warnings } from './render.ts';

/** Pieces that belong together, none where there is nothing to report. */
type Part = (difference: Difference) => readonly string[];

/** What a reviewer must know stands first: a long text is cut at its end. */
const PARTS: readonly { readonly title?: string; readonly part: Part }[] = [
  { part: summary },
  { title: '確かめてください', part: warnings },
  { title: '直った問題', part: mended },
  { title: 'ページ', part: pages },
  { title: '言及', part: mentions },
  { title: '訂正', part: corrections },
  { title: '疑い', part: doubts },
];

export function describeDiff(comparison: Comparison): string {
  const difference = compareBooks(comparison);
  const parts = PARTS.flatMap(({ title, part }) => {
    const [first, ...others] = part(difference);
    return first === undefined ? [] : [title === undefined ? first : `### ${title}\n\n${first}`, ...others];
  });
  return joinParts(parts);
}
