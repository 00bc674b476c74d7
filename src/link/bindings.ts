/** Lists what beside a link would take its brackets for its own, in dialects whose parsers are not at hand to say so. */
import { once } from '@tsuzuri/core/collections';
import type { Dialect } from './dialects.ts';
import type { TextRange } from './inline-text.ts';

/** The name of a binding that dialects choose by. */
export type BindingName = (typeof BINDINGS)[number]['name'];

interface Binding {
  readonly name: string;
  /** What is not linked stands between « and »: a test reads it so. */
  readonly example: string;
  /** What ends where the link begins; at most so many units of it are looked at as `REACH` says. */
  readonly before?: RegExp;
  /** What begins where the link ends. With `before`, both must be there. */
  readonly behind?: RegExp;
  /** Only where it is no part of a span: `:::tip[案]` is none. */
  readonly isProse?: true;
}

const REACH = 120;

export const BINDINGS = [
  // `[NISC](…){ .x }` is a link of that class, where `**NISC**{ .x }` was an emphasis of it.
  { name: 'attributes', example: '**«NISC»**{ .x }と«NISC»{x}', behind: /^\{(?![{%])/u },
  { name: 'within attributes', example: '前{«NISC»}', before: /(?<!\{)\{[^{}\n]*$/u, behind: /^[^{}\n]*\}/u },
  // `\pagebreak [NISC]` is a command with an argument.
  {
    name: 'TeX command',
    example: '\\pagebreak «NISC»の',
    before: /\\[A-Za-z]+\*?(?:\s*|(?:\{[^{}\n]*\}|\[[^[\]\n]*\])+)$/u,
  },
  { name: 'note in a line', example: '注^«NISC»の', before: /\^$/u },
  {
    name: 'reference to a heading',
    example: '[«NISC»の計画]',
    before: /(?<!\^)\[[^[\]\n]*$/u,
    behind: /^[^[\]\n]*\](?![({:])/u,
  },
  { name: 'reference behind a space', example: '[案] «NISC»', before: /[^\]\s[]\]\s$/u, isProse: true },
  { name: 'unknown reference', example: '&«NISC»;', before: /&$/u, behind: /^[A-Za-z\d]*;/u },
  // `{name}[NISC]`, `@[NISC]`
  { name: 'citation', example: '前 @«NISC»', before: /@$/u },
  { name: 'page of a citation', example: '@nisc2013 «NISC»', before: /@[\w:.#$%&+?<>~/-]+\s$/u },
] as const satisfies readonly Binding[];

/** What is heeded where nobody says what a page is written in: brackets of a text mostly mean nothing. */
const COMMON: readonly BindingName[] = [
  'attributes',
  'TeX command',
  'note in a line',
  'unknown reference',
  'citation',
  'page of a citation',
];

const bindingsOf = once(({ binds = COMMON }: Dialect): readonly Binding[] =>
  BINDINGS.filter(({ name }) => binds.includes(name)),
);

/**
 * Whether something beside the range of a link takes its brackets.
 * @param page its source, and the same with what is foreign masked
 */
export function isBound(
  page: { readonly source: string; readonly text: string },
  { start, end }: TextRange,
  dialect: Dialect,
): boolean {
  return bindingsOf(dialect).some(({ before, behind, isProse }) => {
    const text = isProse ? page.text : page.source;
    const isBefore = before?.test(text.slice(Math.max(0, start - REACH), start)) ?? true;
    return isBefore && (behind?.test(text.slice(end, end + REACH)) ?? true);
  });
}
