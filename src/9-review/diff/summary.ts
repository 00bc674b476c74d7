/** Says in a line what a change does. */
import type { Difference } from './books.ts';
import { code } from './markdown.ts';

const COUNTS: readonly {
  readonly label: string;
  readonly of: (difference: Difference) => { readonly length: number };
}[] = [
  { label: '増えた言及', of: ({ mentions }) => mentions.gained },
  { label: '消えた言及', of: ({ mentions }) => mentions.lost },
  { label: '新しい訂正', of: ({ ledgers }) => ledgers.edits.gained },
  { label: 'なくなった訂正', of: ({ ledgers }) => ledgers.edits.lost },
  { label: '訂正で解けた疑い', of: ({ ledgers }) => ledgers.resolved },
  { label: '尋ねなくなった疑い', of: ({ ledgers }) => ledgers.dropped },
  { label: '新しい疑い', of: ({ ledgers }) => ledgers.doubts },
  { label: '増えたページ', of: ({ pages }) => pages.added },
  { label: '消えたページ', of: ({ pages }) => pages.removed },
  { label: '番地の変わったページ', of: ({ pages }) => pages.moved },
  { label: '書き直したページ', of: ({ pages }) => pages.rewritten },
  { label: '書き換わった原文', of: ({ pages }) => pages.rescanned },
  { label: '新しい問題', of: ({ faults }) => faults.gained },
  { label: '直った問題', of: ({ faults }) => faults.lost },
];

export function summary(difference: Difference): string[] {
  const { revision, before, pages } = difference;
  const counts = COUNTS.flatMap(({ label, of }) => {
    const { length } = of(difference);
    return length === 0 ? [] : [`${label} ${length}`];
  });
  const said =
    counts.length > 0
      ? `${code(revision)} と比べて: ${counts.join('、')}`
      : `${code(revision)} と比べて、ページ、言及、訂正、疑いのどれも変わりません。`;
  const old = before.faults.length;
  const notes = [
    old > 0 && `${code(revision)} の側に、もとから問題が${old}件あります。`,
    pages.unread.size > 0 && '読めないカードや文書は、両方から除いて比べました。',
  ];
  return [said, ...notes.filter(note => note !== false)];
}
