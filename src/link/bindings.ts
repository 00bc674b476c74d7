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
  /** Only where the page defines the label of the brackets. */
  readonly isDefined?: true;
}

const REACH = 120;

/** Of `[…]`, which is no note. */
const IN_BRACKETS = /\[(?!\^)[^[\]\n]*$/u;

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
  // Python-Markdown and others read definitions below a line of prose too.
  { name: 'definition', example: '前\n[«NISC»]: /a', before: IN_BRACKETS, behind: /^[^[\]\n]*\]:[ \t]/u },
  {
    name: 'defined label',
    example: '前\n[案]: /a\n[«NISC»]: /b\n\n[«NISC»の話][案] と [«NISC»][] と [«NISC»]の',
    before: IN_BRACKETS,
    behind: /^[^[\]\n]*\](?:\[(?<label>[^[\]\n]*)\])?/u,
    isDefined: true,
  },
  {
    name: 'address of a definition',
    example: '前\n[案]: a/«NISC»#«NISC» "«NISC»"\n',
    before: /(?:^|\n)[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]+(?:\S*|\S+[ \t]+["'(][^\n]*)$/u,
  },
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
  'definition',
  'defined label',
  'address of a definition',
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
  return bindingsOf(dialect).some(({ before, behind, isProse, isDefined }) => {
    const text = isProse ? page.text : page.source;
    if (before && !before.test(text.slice(Math.max(0, start - REACH), start))) return false;
    const found = behind?.exec(text.slice(end, end + REACH));
    if (behind && !found) return false;
    const words = text.slice(text.lastIndexOf('[', start - 1) + 1, text.indexOf(']', end));
    return !isDefined || page.source.includes(`\n[${found?.groups?.label || words}]: `);
  });
}
