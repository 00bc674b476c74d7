/** Writes links in the form that a page is to have: in brackets, as wikilinks, references or HTML. */
import type { Root } from 'mdast';
import type { Block, TextRange } from './inline-text.ts';
import type { NewLink } from './remark-glossary.ts';

/** How a link is written. `wiki`: `[[nisc|NISC]]` of Obsidian; `reference`: `[NISC][nisc]`, defined at the end of the page. */
export const FORMS = ['markdown', 'wiki', 'reference', 'html'] as const;
export type Form = (typeof FORMS)[number];

/** A new link with its places in the source. */
export interface SourceLink {
  readonly link: NewLink;
  readonly ranges: readonly TextRange[];
  readonly block: Block;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The page with its links, every other byte as it was. */
interface Page {
  readonly source: string;
  /** In order; they do not overlap. */
  readonly links: readonly SourceLink[];
  readonly form: Form;
  /** How the dialect reads a page. */
  readonly parse: (source: string) => Root;
  /** An element alone in its paragraph is a block of its own there. */
  readonly isMdx: boolean;
}

/** Writes the links into the source. References that the end of the page would not define are written in brackets. */
export function writeLinks({ source, links, form, parse, isMdx }: Page): string {
  const labels = form === 'reference' ? labelsOf(links, source) : undefined;
  const insertions = links.flatMap(({ link, ranges, block }) => {
    const isAlone = isMdx && isWhole(ranges, block);
    return ranges.flatMap(range => {
      const isBracketed = source[range.start - 1] === '[' || source[range.end] === ']';
      const words = source.slice(range.start, range.end);
      return around(range, marksOf({ link, form, block, isAlone, isMdx, isBracketed, labels }, words));
    });
  });
  const linked = insert(source, insertions);
  if (!labels) return linked;
  const missing = [...labels].filter(([, { isDefined }]) => !isDefined);
  const whole =
    linked +
    definitionsOf(
      missing.map(([target, { label }]) => `[${label}]: ${target}`),
      source,
    );
  const defined = new Set(parse(whole).children.flatMap(it => (it.type === 'definition' ? (it.label ?? '') : [])));
  const isDefined = [...labels.values()].every(({ label }) => defined.has(label));
  return isDefined ? whole : writeLinks({ source, links, form: 'markdown', parse, isMdx });
}

interface Written {
  readonly link: NewLink;
  readonly form: Form;
  readonly block: Block;
  readonly isAlone: boolean;
  readonly isMdx: boolean;
  /** Beside another bracket `[[` would begin elsewhere. */
  readonly isBracketed: boolean;
  readonly labels: Labels | undefined;
}

function marksOf(
  { link, form, block, isAlone, isMdx, isBracketed, labels }: Written,
  words: string,
): readonly [string, string] {
  const target = targetOf(link);
  const inBrackets = ['[', `](${isMdx ? target.replace(ENDS_FOR_DOCUSAURUS, reference) : target})`] as const;
  if (form === 'html' && !isAlone) {
    const title = link.title === undefined ? '' : ` title="${attribute(link.title)}"`;
    return [`<a href="${attribute(link.url)}"${title}>`, '</a>'];
  }
  if (form === 'wiki' && !NOT_IN_WIKILINK.test(words) && !isBracketed) {
    // A bare `|` would end the cell.
    const bar = block.type === 'tableCell' ? '\\|' : '|';
    return [`[[${link.url.replace(/[[\]|]/gu, '')}${bar}`, ']]'];
  }
  const label = labels?.get(targetOf(link))?.label;
  return label === undefined ? inBrackets : ['[', `][${label}]`];
}

/** What stands in a wikilink is no Markdown. */
const NOT_IN_WIKILINK = /[*_~`[\]<&\\!@^|\r\n]/;

/** Whether nothing else stands in the block. */
const isWhole = (ranges: readonly TextRange[], { children }: Block): boolean =>
  ranges.length === 1 &&
  ranges[0]?.start === children[0]?.position?.start.offset &&
  ranges[0]?.end === children.at(-1)?.position?.end.offset;

const around = ({ start, end }: TextRange, [before, behind]: readonly [string, string]): Insertion[] => [
  { at: start, text: before },
  { at: end, text: behind },
];

const reference = (character: string): string => `&#${character.codePointAt(0)};`;
const attribute = (text: string): string => text.replace(/[&"<>{}]/gu, reference);

/** With which the link ends, in a title too, to Docusaurus as it takes the description of a page from its source. */
const ENDS_FOR_DOCUSAURUS = /[)\]]/gu;

/** `/glossary/nisc "…"`, as it stands between parentheses and in a definition */
function targetOf({ url, title }: Pick<NewLink, 'url' | 'title'>): string {
  const address = url
    .split(LIQUID)
    .map((part, at) => (at % 2 ? part.replace(/\s/gu, '') : encoded(part)))
    .join('');
  return title === undefined ? address : `${address} "${title.replace(UNSAFE_IN_TITLE, '\\$&')}"`;
}

/** What ends a bare address of a link, or a quoted title, before its time: `(`, `"`; in MDX a brace begins a program. */
const UNSAFE_IN_ADDRESS = /[\s()<>\\|{}]/gu;
const encoded = (part: string): string => part.replace(UNSAFE_IN_ADDRESS, it => `%${it.charCodeAt(0).toString(16)}`);
/** What Jekyll and 11ty fill in before they read the page, and a bare address may hold without its spaces: `{{ site.baseurl }}`. */
const LIQUID = /(\{\{\s*[\w.]+\s*\}\})/u;
const UNSAFE_IN_TITLE = /["\\|&{}<]/gu;

function insert(source: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of insertions) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  return pieces.join('') + source.slice(from);
}

// Labels of references.

/** By target. */
type Labels = ReadonlyMap<string, { readonly label: string; readonly isDefined: boolean }>;

/** One label for each target: two glossaries may have entries of one name, and the page may use the label already. */
function labelsOf(links: readonly SourceLink[], source: string): Labels {
  const taken = new Map<string, string>();
  for (const [, label = '', target = ''] of source.matchAll(DEFINITION)) taken.set(label.toLowerCase(), target);
  const labels = new Map<string, { label: string; isDefined: boolean }>();
  for (const { link } of links) {
    const target = targetOf(link);
    if (labels.has(target)) continue;
    const label = namesFor(link.url).find(it => (taken.get(it.toLowerCase()) ?? target) === target) ?? '';
    labels.set(target, { label, isDefined: taken.has(label.toLowerCase()) });
    taken.set(label.toLowerCase(), target);
  }
  return labels;
}

const DEFINITION = /^[ \t>]*\[([^\]\n]+)\]:[ \t]*([^\r\n]*\S)/gmu;

/** `glossary-nisc`, `glossary-people-nisc`, `glossary-nisc-2` */
function namesFor(url: string): string[] {
  const parts = url
    .replace(/\/$|\.\w+$/u, '')
    .replace(/[[\]\\\s]/gu, '')
    .split('/')
    .filter(Boolean);
  const last = `glossary-${parts.at(-1) ?? ''}`;
  return [last, `glossary-${parts.join('-')}`, ...Array.from({ length: 99 }, (_, index) => `${last}-${index + 2}`)];
}

function definitionsOf(lines: readonly string[], source: string): string {
  if (lines.length === 0) return '';
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const isBehindOthers = /\n\[glossary-[^\]]*\]: [^\n]*\n?$/u.test(source);
  return `${source.endsWith('\n') ? '' : end}${isBehindOthers ? '' : end}${lines.join(end)}${end}`;
}
