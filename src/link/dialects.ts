/** Lists the dialects of Markdown: by what a tree shows that it is written in one, what in a page is never linked. */

import { once } from '@tsuzuri/core/collections';
import type { Root } from 'mdast';
import type { BindingName } from './bindings.ts';
import type { TextRange } from './inline-text.ts';
import type { SpanName } from './spans.ts';

/** What a parser reads beyond CommonMark: tables and notes, `:name[text]`, tags and braces of MDX. */
export type Reads = 'gfm' | 'directives' | 'mdx';

/**
 * A dialect of Markdown. Links are inserted into the source, so that a dialect only has to say where its text is.
 * @example
 * const jekyll: Dialect = { name: 'wiki', detect: path => path.startsWith('wiki/'), excluded: [/\{%.*?%\}/gsu] };
 */
export interface Dialect {
  readonly name: string;
  /** Whether a file is written in it. @param path from the root of its tree: `2021/meeting.md` */
  readonly detect: (path: string, source: string) => boolean;
  /** Files that show that the tree they stand in is written in it: `mkdocs.yml`; some only by what they hold. */
  readonly configs?: readonly (string | { readonly file: string; readonly holds: RegExp })[];
  /** What its files end with, besides `.md`. */
  readonly endings?: readonly string[];
  /**
   * The parser that reads its pages and proves its links, by what it reads beyond CommonMark; of two, the first that can
   * read the page. By default GFM. Where its own is none of JavaScript (Python-Markdown, kramdown, goldmark, pandoc), or too
   * large to carry (markdown-it, MyST), that is the nearest: what its own reads otherwise stands in `spans` and `binds`, and
   * there nothing is linked.
   */
  readonly proves?: readonly (readonly Reads[])[];
  /** Spans of its source that are never linked; all but local ones where they are not named. */
  readonly spans?: readonly SpanName[];
  /** What beside a link takes its brackets; where they are not named, all but those that mean something in few dialects. */
  readonly binds?: readonly BindingName[];
  /** Lines over prose that goes four characters farther in: `!!! note`. */
  readonly opensIndented?: RegExp;
  /**
   * Whether its parser reads `**` beside Japanese as a person means it: markdown-it-cjk-friendly, remark-cjk-friendly.
   * Where it is not said, a link must change nothing in either reading.
   */
  readonly isCjkFriendly?: boolean;
  /** mdast with positions in `source`; by default as GFM with front matter. */
  readonly parse?: (source: string) => Root;
  /** What is never linked in the text of a block, besides `EXCLUDED`: `{% include NISC.html %}`. */
  readonly excluded?: readonly RegExp[];
}

const MATHEMATICS = ['display mathematics', 'mathematics', 'TeX environment'] as const;
const TEX = ['TeX', 'TeX display'] as const;
const LIQUID = ['paired Liquid tag', 'Liquid tag', 'expression'] as const;
/** Spans of MDX that are programs, or hold some. */
export const PROGRAMS: readonly SpanName[] = ['import or export', 'attributes of JSX', 'expression of MDX'];
const MDX = [
  'import or export',
  'component that reads its text',
  'attributes of JSX',
  'expression of MDX',
  'comment of HTML in MDX',
  'directive of a line',
  'container',
  'emoji',
] as const;
/** What a generator takes from the source of any page, MDX or not. */
const OF_GENERATOR = ['title of a page'] as const;
const COMMENT = ['comment of HTML'] as const;
const FRONT_MATTER = ['front matter of a kind', 'front matter that dots end'] as const;
const MYST = [
  'directive without prose',
  'matter of a directive',
  'option of a directive',
  'target',
  'break of blocks',
  'comment of a line',
  'citation',
  'citation in text',
  'labelled mathematics',
  'role',
  'container',
  'attributes',
  'expression',
  'display mathematics',
  'mathematics',
  ...TEX,
] as const;
const PANDOC = [
  'metadata block',
  'TeX command',
  'title block',
  ...MATHEMATICS,
  ...TEX,
  'container',
  'attributes',
  'grid table',
  'table of columns',
  'line block',
  'citation',
  'citation in text',
  'shortcode',
] as const;

/** Definitions are found in any line, whatever stands above it. */
const REFERENCES = ['definition', 'defined label', 'address of a definition'] as const;

const PANDOC_BINDS = [
  ...REFERENCES,
  'attributes',
  'TeX command',
  'note in a line',
  'reference to a heading',
  'citation',
  'page of a citation',
] as const;

/** `!!! note`, `??? tip`, `=== "Tab"`: Python-Markdown reads what goes farther in below them as prose. */
const PYTHON_BLOCKS = /^[ \t]*(?:!!!\+?|\?\?\?\+?|===[+!]*)[ \t]+\S/u;

/** `:   NISC は…` of a definition: so do its paragraphs. */
const DEFINITIONS = /^[ \t]*:[ \t]{1,3}\S/u;
const either = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(it => it.source).join('|'), 'u');

const AS_MDX = ['gfm', 'mdx', 'directives'] as const;
const WITH_DIRECTIVES = ['gfm', 'directives'] as const;

/** Words that touch a straight quotation mark with no space on its other side: `値は"ページ"です` */
const QUOTED = /(?<=[\p{L}\p{N}"]")[\p{L}\p{M}\p{N}ー・-]+|[\p{L}\p{M}\p{N}ー・-]+(?="[^\s"])/gu;

const never = (): boolean => false;

/** The order is that of detection: two dialects may share a file. */
export const DIALECTS = [
  {
    name: 'mdx',
    detect: path => path.endsWith('.mdx'),
    endings: ['.mdx'],
    // Without directives to many; whoever draws MDX with them has them by Docusaurus or Starlight.
    proves: [AS_MDX],
    spans: [...MDX, ...MATHEMATICS],
    binds: [],
  },
  {
    name: 'docusaurus',
    detect: never,
    configs: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs', 'docusaurus.config.cjs'],
    endings: ['.mdx'],
    // Its pages are MDX, or plain Markdown where it is told so (`format: 'detect'`).
    proves: [AS_MDX, WITH_DIRECTIVES],
    spans: [...OF_GENERATOR, ...MDX, ...MATHEMATICS],
    binds: [],
  },
  {
    name: 'starlight',
    detect: never,
    configs: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js'],
    endings: ['.mdx', '.mdoc'],
    proves: [WITH_DIRECTIVES],
    binds: [],
    spans: [
      'import or export',
      'component that reads its text',
      'directive of a line',
      'container',
      'expression',
      'Liquid tag',
      ...COMMENT,
      ...MATHEMATICS,
    ],
    // Astro's parser curls a straight quotation mark by the letters on both sides of it, and takes a link for none.
    excluded: [QUOTED],
  },
  {
    name: 'vitepress',
    detect: never,
    configs: ['.vitepress/config', ...['ts', 'mts', 'js', 'mjs', 'cjs', 'cts'].map(it => `.vitepress/config.${it}`)],
    binds: ['attributes', 'within attributes', 'unknown reference'],
    spans: [
      'block of a component',
      'title of an alert',
      'note of one word',
      'expression',
      'container',
      'attributes',
      'code import',
      'emoji',
      ...COMMENT,
      ...MATHEMATICS,
    ],
  },
  {
    name: 'mkdocs',
    detect: (_, source) => /^[ \t]*(?:!!!|\?\?\?\+?) \w/mu.test(source),
    configs: ['mkdocs.yml', 'mkdocs.yaml', 'properdocs.yml', 'zensical.toml'],
    opensIndented: either(PYTHON_BLOCKS, DEFINITIONS),
    binds: [...REFERENCES, 'attributes', 'within attributes', 'reference behind a space', 'unknown reference'],
    spans: [
      ...OF_GENERATOR,
      'metadata',
      'block of slashes',
      ...MATHEMATICS,
      ...TEX,
      ...LIQUID,
      'attributes',
      'container',
      'admonition',
      'folded admonition',
      'tab',
      'abbreviation',
      'snippet',
      'emoji',
      'keys',
      'critic mark',
      ...COMMENT,
    ],
  },
  {
    name: 'hugo',
    detect: never,
    configs: [
      ...['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config/_default', 'archetypes'],
      // As it was called before 2022; that of Zola says `base_url`.
      ...['config.toml', 'config.yaml', 'config.yml', 'config.json'].map(file => ({ file, holds: /\bbaseURL\b/iu })),
    ],
    binds: [],
    spans: [
      ...FRONT_MATTER,
      'json front matter',
      'paired shortcode',
      'paired shortcode of a program',
      'shortcode',
      'Markdown shortcode',
      'expression',
      'attributes',
      'emoji',
      'display mathematics',
      'mathematics',
      ...TEX,
      ...COMMENT,
    ],
  },
  {
    name: 'myst',
    detect: never,
    configs: ['myst.yml', '_toc.yml', 'conf.py'],
    binds: ['attributes', 'note in a line', 'citation', 'page of a citation'],
    spans: [...MYST, ...COMMENT, 'grid table', 'TeX environment'],
  },
  {
    name: 'quarto',
    detect: path => path.endsWith('.qmd'),
    configs: ['_quarto.yml', '_quarto.yaml'],
    endings: ['.qmd'],
    opensIndented: DEFINITIONS,
    binds: PANDOC_BINDS,
    spans: [...PANDOC, ...COMMENT],
  },
  {
    name: 'jekyll',
    detect: never,
    configs: ['_config.yml', '_config.yaml'],
    endings: ['.markdown'],
    opensIndented: DEFINITIONS,
    binds: [...REFERENCES, 'attributes', 'within attributes', 'reference behind a space'],
    spans: [
      'front matter that dots end',
      'extension',
      ...LIQUID,
      'attributes',
      'abbreviation',
      'display mathematics',
      'mathematics',
      ...TEX,
      ...COMMENT,
    ],
  },
  {
    name: 'obsidian',
    detect: never,
    configs: ['.obsidian'],
    binds: ['note in a line'],
    spans: [
      'hidden field',
      ...MATHEMATICS,
      'comment',
      'tag',
      'field',
      'inline field',
      'block id',
      'wikilink',
      'template tag',
      'expression',
      ...COMMENT,
    ],
  },
  {
    name: 'pandoc',
    detect: never,
    opensIndented: DEFINITIONS,
    binds: PANDOC_BINDS,
    spans: [...PANDOC, ...COMMENT],
  },
  { name: 'gfm', detect: never, binds: [], spans: [...MATHEMATICS, 'emoji', ...COMMENT] },
  { name: 'commonmark', detect: never, proves: [[]], binds: [], spans: COMMENT },
] as const satisfies readonly Dialect[];

export type DialectName = (typeof DIALECTS)[number]['name'];

/** Nothing shows what a tree is written in: what is shut in any dialect is shut. */
export const ANY: Dialect = { name: 'any', detect: () => true };

/** The dialect of a file: the first of a project's own that recognises it, that of its tree, or else of `DIALECTS`. */
export const dialectOf = (
  path: string,
  source: string,
  own: readonly Dialect[] = [],
  ofTree?: Dialect | undefined,
): Dialect =>
  own.find(({ detect }) => detect(path, source)) ??
  (ofTree && (path.endsWith('.mdx') ? asMdx(ofTree) : ofTree)) ??
  DIALECTS.find(({ detect }) => detect(path, source)) ??
  ANY;

/** MDX in a tree is read as MDX, but for what its generator does to any page. */
const asMdx = once((ofTree: Dialect): Dialect => {
  const kept = OF_GENERATOR.filter(name => ofTree.spans?.includes(name));
  return { ...DIALECTS[0], spans: [...kept, ...DIALECTS[0].spans], excluded: ofTree.excluded ?? [] };
});

interface Excluded {
  readonly name: string;
  /** Not where a card has it for a name as it stands: `Node.js`. */
  readonly unlessName?: true;
  readonly caption: string;
  readonly pattern: RegExp;
  /** Stands in every match; a text without it is not searched. */
  readonly sign: string;
}

/** Text that looks like prose and is not, in any dialect. */
export const EXCLUDED: readonly Excluded[] = [
  {
    name: 'URL',
    caption: '`https://www.nisc.go.jp/NISC` と、その後に続く空白でない ASCII 文字',
    pattern: /\b(?:https?|ftp):\/\/[!-~]+/giu,
    sign: '://',
  },
  {
    name: '電子メール',
    caption: '`NISC@example.go.jp`',
    pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
    sign: '@',
  },
  {
    name: 'ホスト名とファイル名',
    unlessName: true,
    caption: '`www.nicter.jp/atlas`、`NISC-plan.pdf`。最後の点の後は小文字に限る',
    pattern: /[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?![\w-])(?:\/[!-~]*)?/gu,
    sign: '.',
  },
  { name: '見出し・発言の id', caption: '` {#s1}`、`{.NISC}`', pattern: /\{[#.][^{}]*\}/gu, sign: '{' },
  { name: 'Vue の式', caption: '`{{ NISC }}`', pattern: /\{\{.*?\}\}/gsu, sign: '{{' },
  { name: 'VitePress の囲み', caption: '`::: tip NISC とは`', pattern: /^:::.*$/gmu, sign: ':::' },
  { name: 'VitePress の目次', caption: '`[[toc]]`', pattern: /\[\[[^[\]]*\]\]/gu, sign: '[[' },
];

interface ExcludedRange extends TextRange {
  readonly unlessName?: boolean | undefined;
}

/** The ranges of the text of a block that are never linked. */
export function excludedRanges(text: string, { excluded = [] }: Dialect = ANY): ExcludedRange[] {
  const own = excluded.map((pattern): Pick<Excluded, 'pattern' | 'unlessName'> => ({ pattern: withFlagG(pattern) }));
  return [...EXCLUDED.filter(({ sign }) => text.includes(sign)), ...own].flatMap(({ pattern, unlessName }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      unlessName,
    })),
  );
}

/** What a card names; the form as the card spells it. */
interface Named extends TextRange {
  readonly form?: string;
}

/** `Node.js` of a card, and in `React/Node.js/Express`: with the capitals of the card, for `node.js` is a file. */
export function isNameItself(range: ExcludedRange, { start, end, form = '' }: Named, text: string): boolean {
  if (!range.unlessName || start !== range.start || end > range.end) return false;
  const isPath =
    /[a-z\d_-]\/$/.test(text.slice(Math.max(0, start - 2), start)) && !/\p{Lu}[\w.]*\/$/u.test(text.slice(0, start));
  const isSpelled = form.normalize('NFKC') === text.slice(start, end).normalize('NFKC');
  return isSpelled && !isPath && (end === range.end || /^\/\p{Lu}/u.test(text.slice(end)));
}

const withFlagG = (pattern: RegExp): RegExp => (pattern.global ? pattern : new RegExp(pattern, `${pattern.flags}g`));
