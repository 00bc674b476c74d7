/** Describes, as Markdown for a pull request, what a change of the sources does to the book. */
import { type LabelKey, say } from '@tsuzuri/core/wording';
import { type Comparison, compareBooks, type Difference } from './compare.ts';
import { joinParts } from './markdown.ts';
import { corrections, doubts, mended, mentions, pages, summary, warnings } from './render.ts';

/** Pieces that belong together, none where there is nothing to report. */
type Part = (difference: Difference) => readonly string[];

/** What a reviewer must know stands first: a long text is cut at its end. */
const PARTS: readonly { readonly title?: LabelKey; readonly part: Part }[] = [
  { part: summary },
  { title: 'check.lookAt', part: warnings },
  { title: 'check.mendedProblems', part: mended },
  { title: 'check.pages', part: pages },
  { title: 'check.mentions', part: mentions },
  { title: 'check.corrections', part: corrections },
  { title: 'check.doubts', part: doubts },
];

export function describeDiff(comparison: Comparison): string {
  const difference = compareBooks(comparison);
  const parts = PARTS.flatMap(({ title, part }) => {
    const [first, ...others] = part(difference);
    return first === undefined ? [] : [title === undefined ? first : `### ${say(title)}\n\n${first}`, ...others];
  });
  return joinParts(parts);
}
