/** Tells, rule by rule, which corrections and doubts came and went. */
import { groupBy } from '../../group.ts';
import { visible } from '../../visible.ts';
import type { Difference } from './books.ts';
import type { Mark } from './ledgers.ts';
import { clip, folded, inert, list, strong, struck } from './markdown.ts';
import { counted, linkTo } from './tell-places.ts';

export const corrections = (difference: Difference): string[] => {
  const { gained, lost } = difference.ledgers.edits;
  return byRule(difference, [
    ['新しい訂正', gained],
    ['なくなった訂正', lost],
  ]);
};

export const doubts = (difference: Difference): string[] => {
  const { resolved, dropped, doubts } = difference.ledgers;
  return byRule(difference, [
    ['訂正で解けた疑い', resolved],
    ['尋ねなくなった疑い', dropped],
    ['新しい疑い', doubts],
  ]);
};

type Titled = readonly (readonly [title: string, marks: readonly Mark[]])[];

function byRule(difference: Difference, lists: Titled): string[] {
  const rules = groupBy(
    lists.flatMap(([, marks]) => marks),
    ({ rule }) => rule,
  );
  return [...rules.keys()].toSorted().map(rule => {
    const here = lists.map(([title, marks]) => [title, marks.filter(mark => mark.rule === rule)] as const);
    const counts = counted(here.map(([title, { length }]) => [title, length]));
    const parts = here.map(([title, marks]) => part(title, marks, difference));
    return folded(`${difference.titleOf(`rules/${rule}`)}（${rule}）: ${counts}`, ...parts);
  });
}

function part(title: string, marks: readonly Mark[], difference: Difference): string {
  if (marks.length === 0) return '';
  return `**${title}**\n\n${list(marks, mark => markLine(mark, difference))}`;
}

/** Letters of a long correction. */
const LONGEST = 80;

/** `…であ~~つ~~**っ**て、… /minutes/…#u7` */
function markLine(mark: Mark, difference: Difference): string {
  const [del, ins] = [mark.del, mark.ins].map(letters => visible(clip(letters, LONGEST))) as [string, string];
  return `…${inert(mark.before)}${struck(del)}${strong(ins)}${inert(mark.behind)}… ${linkTo(mark, difference)}`;
}
