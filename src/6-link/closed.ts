/** Finds the spans of a text that are no prose though they look like it: addresses, ids, template marks. */
import type { Span } from './run.ts';

const CLOSED = [
  {
    name: 'URL',
    caption: '`https://www.nisc.go.jp/NISC` と、その後に続く空白でない ASCII 文字',
    pattern: /\b(?:https?|ftp):\/\/[!-~]+/giu,
  },
  { name: '電子メール', caption: '`NISC@example.go.jp`', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    name: 'ホスト名とファイル名',
    caption: '`www.nicter.jp/atlas`、`NISC-plan.pdf`。最後の点の後は小文字に限る',
    pattern: /[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?![\w-])(?:\/[!-~]*)?/gu,
  },
  { name: '見出し・発言の id', caption: '` {#s1}`、`{.NISC}`', pattern: /\{[#.][^{}]*\}/gu },
  { name: 'Vue の式', caption: '`{{ NISC }}`', pattern: /\{\{.*?\}\}/gsu },
  { name: 'VitePress の囲み', caption: '`::: tip NISC とは`', pattern: /^:::.*$/gmu },
  { name: 'VitePress の目次', caption: '`[[toc]]`', pattern: /\[\[[^[\]]*\]\]/gu },
] as const;

/** One of these stands in each of them: `https:`, `a@`, `x.pdf`, `{#s1}`, `:::`, `[[`. */
const TELLTALE = /[:@.{[]/u;

export function closedSpans(text: string): Span[] {
  if (!TELLTALE.test(text)) return [];
  return CLOSED.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some(({ start, end }) => start < span.end && span.start < end);
}
