/** Lists what in the source of a page looks like prose and is none: pieces of other languages within Markdown. */

import type { TextRange } from './inline-text.ts';

/** The name of a span that dialects choose by. */
export type SpanName = (typeof SPANS)[number]['name'];

export interface Span {
  readonly name: string;
  /** What is shut stands between « and »: a test reads it so. */
  readonly example: string;
  /** With which letters it begins: only there its pattern is tried. */
  readonly sign: string | RegExp;
  /** Sticky; what it matches is never linked. Or says what of what begins at `at`, and in which range it is shut. */
  readonly pattern: RegExp | ((source: string, at: number) => TextRange | undefined);
  /** What stands for it as Markdown is read; a character that no name has where it is not said. */
  readonly mask?: string;
  /** The marks of quotations before its lines stay. */
  readonly keepsMarks?: true;
  /** The line above belongs to it. */
  readonly withLineAbove?: true;
  /** Prose in most dialects: shut only where a dialect names it. */
  readonly isLocal?: true;
}

/** From the beginning of a line, behind the marks of quotations and lists. */
const AT_LINE = String.raw`(?<=^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)`;
const line = (pattern: string, flags = ''): RegExp => new RegExp(AT_LINE + pattern, `muy${flags}`);
/** Directives of MyST whose text is Markdown: `{note}` */
const PROSE_DIRECTIVE =
  '(?:admonition|note|warning|tip|hint|important|attention|caution|danger|error|seealso|topic|sidebar|card|grid(?:-item(?:-card)?)?|tab-(?:set|item)|dropdown|margin|aside|epigraph|blockquote|figure|table|list-table)';
export const PROSE_FENCE = new RegExp(String.raw`^\{${PROSE_DIRECTIVE}\}`, 'u');

/** No blank line within. */
const RUN = String.raw`(?:(?!\n[ \t]*\r?\n)[\s\S])`;
const run = (begin: string, end: string): RegExp => new RegExp(`${begin}${RUN}*?${end}`, 'uy');

/** Shortcodes whose text is Markdown by custom: notes, tabs, columns. What stands in others may be a program. */
const PROSE =
  '(?:note|warning|caution|tip|info|important|danger|success|question|alert|callout|admonition|aside|hint|details|expand|collapse|accordion|tabs?|tabpane|tabbed-panel|steps?|columns?|cards?|block|blocks|lead|page|section|comparison|feature-state|deprecated-in|new-in|hide|md)';

/** Elements that VitePress reads within a line, wherever they stand. */
const WITHIN_LINES =
  'abbr|acronym|audio|a|bdi|bdo|big|br|button|b|canvas|cite|code|datalist|data|del|dfn|embed|em|iframe|img|input|ins|i|kbd|label|map|mark|meter|noscript|object|output|picture|progress|q|ruby|samp|script|select|small|span|strong|sub|sup|svg|s|textarea|time|tt|u|var|video|wbr';

export const SPANS = [
  // Front matter and the like, which parsers of Markdown do not know.
  {
    name: 'json front matter',
    example: '«{\n  "title": "NISC"\n}»\n\nNISC',
    sign: '{',
    pattern: /(?<![\s\S])\{\r?\n[\s\S]*?\n\}(?=\r?\n|$)/uy,
  },
  {
    name: 'front matter of a kind',
    example: '«;;;\n{"title": "NISC"}\n;;;»\n\nNISC',
    sign: /^(?:;;;|---(?:json|toml|yaml))[ \t]*\r?$/u,
    pattern: /(?<![\s\S])(;;;|---)(?:json|toml|yaml)?[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?=\r?\n|$(?![\s\S]))/uy,
  },
  {
    name: 'front matter that dots end',
    example: '«---\ntitle: NISC\n...»\n\nNISC',
    sign: /^---[ \t]*\r?$/u,
    pattern: /(?<![\s\S])---[ \t]*\r?\n(?:(?!---[ \t]*\r?$)[^\n]*\n)*?\.\.\.[ \t]*(?=\r?$)/muy,
  },
  {
    name: 'metadata block',
    example: 'NISC\n\n«---\ntitle: NISC\n...»\n\nNISC\n\n---\n\nNISC',
    sign: /^---[ \t]*\r?$/u,
    isLocal: true,
    pattern: /(?<=(?<![\s\S])|^[ \t]*\r?\n)---[ \t]*\r?\n(?![ \t]*\r?\n)(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?=\r?$)/muy,
  },
  {
    name: 'metadata',
    example: '«title: NISC\n    と\nauthor: NISC»\n\nNISC: 次',
    sign: /^ {0,3}[\w-]+:/u,
    isLocal: true,
    pattern: /(?<![\s\S]) {0,3}[\w-]+:[^\n]*(?:\n(?: {0,3}[\w-]+:| {4}|\t)[^\n]*)*/uy,
  },
  {
    name: 'title block',
    example: '«% NISC\n% 著者»\n\nNISC',
    sign: '%',
    pattern: /(?<![\s\S])(?:%[^\n]*\n)+/uy,
  },
  // Mathematics.
  {
    name: 'labelled mathematics',
    example: '«$$\nNISC = 1\n$$ (nisc)»',
    sign: '$$',
    isLocal: true,
    pattern: /\$\$[\s\S]*?\$\$[ \t]*\([^()\n]*\)/uy,
  },
  { name: 'display mathematics', example: '«$$\nNISC = 1\n$$»', sign: '$$', pattern: /\$\$[\s\S]*?\$\$/uy },
  {
    name: 'mathematics',
    example: '式«$NISC_1$»と$5、$10',
    sign: '$',
    pattern: new RegExp(String.raw`(?<![\\$])\$(?![\s$])${RUN}*?(?<![\s\\])\$(?![0-9$])`, 'uy'),
  },
  { name: 'TeX', example: '«\\(NISC\\)»と NISC', sign: '\\(', pattern: run(String.raw`\\\(`, String.raw`\\\)`) },
  { name: 'TeX display', example: '«\\[NISC\\]»', sign: '\\[', pattern: run(String.raw`\\\[`, String.raw`\\\]`) },
  {
    name: 'TeX environment',
    example: '«\\begin{align}\nNISC\n\\end{align}»',
    sign: '\\begin{',
    pattern: /\\begin\{([^{}\n]+)\}[\s\S]*?\\end\{\1\}/uy,
  },
  {
    name: 'TeX command',
    example: '«\\textbf{NISC の{計画}}»と NISC',
    sign: '\\',
    pattern: /\\[A-Za-z]+\*?(?:\[[^\]\n]*\]|\{(?:[^{}\n]|\{[^{}\n]*\})*\})+/uy,
  },
  // Templates.
  {
    name: 'paired Liquid tag',
    example: '«{% highlight sh %}\nNISC\n{% endhighlight %}»',
    sign: '{%',
    pattern:
      /\{%-?\s*(highlight|raw|comment|mermaid|math|katex|code|codeblock|javascript|css|schema|capture|verbatim)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/uy,
  },
  { name: 'Liquid tag', example: '«{% include NISC.html %}»', sign: '{%', pattern: /\{%(?![}])[\s\S]*?%\}/uy },
  {
    name: 'paired shortcode',
    example: '«{{< code-toggle >}}\nkind = "NISC"\n{{< /code-toggle >}}»',
    sign: '{{<',
    pattern: new RegExp(
      String.raw`\{\{<\s*(?!${PROSE}[\s>])([\w./-]+)\b(?:(?!>\}\})[\s\S])*>\}\}[\s\S]*?\{\{<\s*\/\s*\1\s*>\}\}`,
      'uy',
    ),
  },
  {
    name: 'paired shortcode of a program',
    example: '«{{% highlight go %}}\nNISC\n{{% /highlight %}}»',
    sign: '{{%',
    pattern:
      /\{\{%\s*(highlight|code[\w-]*|mermaid|katex|math|raw\w*|chem|graphviz|plantuml|svg|chart)\b(?:(?!%\}\})[\s\S])*%\}\}[\s\S]*?\{\{%\s*\/\s*\1\s*%\}\}/uy,
  },
  { name: 'shortcode', example: '«{{< figure title="NISC" >}}»', sign: '{{<', pattern: /\{\{<[\s\S]*?>\}\}/uy },
  { name: 'Markdown shortcode', example: '«{{% note "NISC" %}}»', sign: '{{%', pattern: /\{\{%[\s\S]*?%\}\}/uy },
  { name: 'expression', example: '«{{ site.NISC }}»', sign: '{{', pattern: /\{\{\{?[\s\S]*?\}?\}\}/uy },
  { name: 'template tag', example: '«<% tp.NISC %>»', sign: '<%', pattern: /<%[\s\S]*?%>/uy },
  // MDX.
  {
    name: 'import or export',
    example: '«import NISC from "./x"»\n\nNISC\n\n«export const a = {\n  NISC: 1,\n\n  b: `NISC\n\n`,\n}»\n\nNISC',
    sign: /^(?:import|export)/u,
    pattern: programRange,
  },
  {
    name: 'expression of MDX',
    example: '«{/* NISC */}»と«{props.map(it => { return "NISC" })}»',
    sign: '{',
    pattern: bracedRange, // its braces stay: a tag may stand before them as a block
    keepsMarks: true,
  },
  {
    // Starlight's component takes the first child of each item as the name of a file; others draw what they hold.
    name: 'component that reads its text',
    example: '前 NISC\n\n«<FileTree>\n- NISC/\n  - a.md\n</FileTree>»\n\nNISC',
    sign: '<',
    pattern: line(String.raw`<(?<component>FileTree|FolderTree|Mermaid|Math)(?=[\s>])[^>]*>[\s\S]*?</\k<component>>`),
  },
  {
    // What VitePress does not know as an element within a line is a block of HTML, to the next blank line or the end of its item.
    name: 'block of a component',
    example:
      '前 <Badge>NISC</Badge>\n\n- «<Badge>NISC</Badge> NISC»\n- NISC\n  1. NISC\n     «<table>\n     <td>NISC»\n  2. NISC',
    sign: '<',
    pattern: componentRange,
  },
  {
    name: 'attributes of JSX',
    example: '前 <Card« title="NISC" icon={NISC}»>NISC</Card>',
    sign: '<',
    pattern: jsxAttributes,
    mask: 'x', // attributes to any parser of HTML
  },
  // Attributes and ids.
  {
    name: 'extension',
    example: '«{::nomarkdown}\nNISC\n{:/}»\nNISC',
    sign: '{::',
    pattern: /\{::(nomarkdown|comment)[^}\n]*\}[\s\S]*?\{:\/(?:\1)?\}/uy,
  },
  {
    name: 'attributes',
    example: '見出し «{#nisc .NISC key="NISC"}»',
    sign: '{',
    pattern: /\{:?(?=\s*[#.]|\s*[\w-]+=|:)[^{}\n]*\}/uy,
  },
  { name: 'role', example: '«{NISC}»`x`', sign: '{', pattern: /\{[\w:+-]+\}(?=`)/uy },
  // Lines.
  {
    name: 'directive without prose',
    example: '«:::{math}\nNISC\n:::»\nNISC',
    sign: ':::',
    pattern: line(
      String.raw`(?<colons>:{3,})\{(?!${PROSE_DIRECTIVE}\})[\w:-]+\}[\s\S]*?\n[ \t>]*\k<colons>:*[ \t]*(?=\r?$)`,
    ),
  },
  {
    name: 'matter of a directive',
    example: '«:::{note}»\n«---\nname: NISC\n---»\nNISC\n«:::»',
    sign: /^[ \t>]*---[ \t]*\r?$/u,
    pattern:
      /(?<=^[ \t>]*(?::{3,}|`{3,}|~{3,})\{[^\n]*\n)[ \t>]*---[ \t]*\r?\n(?:[^\n]*\n)*?[ \t>]*---[ \t]*(?=\r?$)/muy,
  },
  {
    name: 'option of a directive',
    example: '«:::{note}»\n«:class: NISC»\nNISC\n«:::»',
    sign: ':',
    isLocal: true,
    pattern: line(String.raw`:[\w-]+:(?=[ \t]|\r?$)[^\n]*`),
  },
  {
    name: 'directive of a line',
    example: '«::youtube[NISC]{#nisc}»\n\nNISC',
    sign: '::',
    pattern: line(String.raw`::(?=[\p{L}\p{N}])[^\s:[\]{}]+[[{][^\n]*`),
  },
  {
    name: 'container',
    example: '«:::tip[NISC]»\nNISC\n«:::»',
    sign: ':::',
    pattern: line(String.raw`:{3,}[^\n]*`),
  },
  {
    name: 'block of slashes',
    example: '«/// details | NISC\n    type: NISC»\nNISC\n«///»',
    sign: '///',
    pattern: line(String.raw`\/{3,}(?:[ \t]*(?=\r?$)|[ \t]+[\w-][^\n]*(?:\n[ \t]+[\w-]+:[ \t][^\n]*)*)`),
  },
  {
    name: 'target',
    example: '«(NISC)=»\n\nNISC',
    sign: '(',
    pattern: line(String.raw`\([^()\n]+\)=[ \t]*(?=\r?$)`),
  },
  {
    name: 'break of blocks',
    example: 'NISC\n\n«+++ {"NISC": 1}»\nNISC',
    sign: '+++',
    isLocal: true,
    pattern: line(String.raw`\+{3}[^\n]*`),
  },
  {
    name: 'comment of a line',
    example: '«% NISC»\n\nNISC',
    sign: '%',
    isLocal: true,
    pattern: line(String.raw`%[^\n]*`),
  },
  {
    // Docusaurus, and MkDocs before 1.5, take it from the source for menus and windows.
    name: 'title of a page',
    example: '«# NISC»\n\nNISC',
    sign: /^(?:#[ \t]|=+)/u,
    isLocal: true,
    pattern: titleRange,
  },
  {
    name: 'title of an alert',
    example: '> «[!TIP] NISC の話»\n> NISC',
    sign: '[!',
    isLocal: true,
    pattern: /(?<=^[ \t]*(?:[-*+\d.)]+[ \t]+)*>[ \t>]*)\[!\w+\][^\n]*/muy,
  },
  {
    // Without a space in it, it is the address of `[^1]` to parsers that know no notes.
    name: 'note of one word',
    example: '本文[^1]\n\n«[^1]: NISCの注»\n\nNISC',
    sign: '[^',
    pattern: line(String.raw`\[\^[^\]\n]+\]:[ \t]*\S+[ \t]*(?=\r?$)`),
  },
  {
    name: 'admonition',
    example: '«!!! note "NISC"»\n\n    NISC',
    sign: '!!!',
    pattern: line(String.raw`!!!\+?[ \t][^\n]*`),
  },
  {
    name: 'folded admonition',
    example: '«??? note "NISC"»\n\n    NISC',
    sign: '???',
    pattern: line(String.raw`\?\?\?\+?[ \t][^\n]*`),
  },
  { name: 'tab', example: '«=== "NISC"»\n\n    NISC', sign: '===', pattern: line(String.raw`===[+!]*[ \t]+"[^\n]*`) },
  {
    name: 'abbreviation',
    example: 'NISC\n\n«*[NISC]: 内閣サイバーセキュリティセンター»',
    sign: '*[',
    pattern: line(String.raw`\*\[[^\]\n]+\]:[^\n]*`),
  },
  { name: 'snippet', example: '«--8<-- "NISC.md"»', sign: '--8<--', pattern: /--8<--[^\n]*/uy },
  { name: 'code import', example: '«<<< @/NISC.ts»', sign: '<<<', pattern: line(String.raw`<<<[ \t][^\n]*`) },
  {
    name: 'grid table',
    example: '«+------+\n| NISC |\n+------+»',
    sign: '+-',
    pattern: line(String.raw`\+-[-+=:]*\+[ \t]*\r?\n(?:[ \t]*[+|][^\n]*(?:\n|$))+`),
  },
  {
    name: 'table of columns',
    example: '«組織    役割\n------  ------\nNISC    事務局»',
    sign: '--',
    withLineAbove: true,
    pattern: line(String.raw`-{2,}(?:[ \t]+-{2,})+[ \t]*\r?\n(?:[ \t]*\S[^\n]*(?:\n|$))*`),
  },
  {
    name: 'line block',
    example: '«| NISC の\n| 詩»\n',
    sign: '| ',
    // With another bar in it, it is a row of a table that needs no bar at its end.
    pattern: line(String.raw`\| (?!.*\|)[^\n]*`),
  },
  // Obsidian.
  { name: 'comment', example: '«%% NISC %%»', sign: '%%', pattern: /%%[\s\S]*?%%/uy },
  { name: 'tag', example: '前 «#組織/NISC» 後', sign: '#', pattern: /(?<=^|[\s　])#(?![\s#])[\p{L}\p{N}_/-]+/muy },
  {
    name: 'field',
    example: '«key:: NISC»',
    sign: /^[ \t>]*(?:[-*+][ \t]+)?[\p{L}\p{N}_-]+::/u,
    pattern: /(?<=^[ \t>]*(?:[-*+][ \t]+)?)[\p{L}\p{N}_-]+::[ \t][^\n]*/muy,
  },
  { name: 'inline field', example: '前«[key:: NISC]»', sign: '[', pattern: /\[[^[\]\n:]+::[^\]\n]*\]/uy },
  { name: 'hidden field', example: '前«(key:: NISC)»', sign: '(', pattern: /\([^()\n:]+::[^()\n]*\)/uy },
  { name: 'block id', example: '本文 «^nisc»', sign: '^', pattern: /(?<=\s)\^[A-Za-z0-9-]+(?=[ \t]*\r?$)/muy },
  { name: 'wikilink', example: '«![[NISC|図]]»と«[[NISC]]»', sign: '[[', pattern: /\[\[[^[\]\n]*\]\]/uy },
  // Marks within a line.
  {
    name: 'citation',
    example: '«[@nisc2013, NISC]»と«@nisc»',
    sign: '[',
    pattern: /\[[^[\]\n]*(?<![\w])@[\w:.#$%&+?<>~/-]+[^[\]\n]*\]/uy,
  },
  {
    name: 'citation in text',
    example: '«@nisc2013»による',
    sign: '@',
    pattern: /(?<![\p{L}\p{N}])@[A-Za-z_][\w:.#$%&+?<>~/-]*/uy,
  },
  {
    name: 'emoji',
    example: '«:nisc-icon:»',
    sign: ':',
    pattern: /(?<![\w:]):[A-Za-z0-9_+-]*[A-Za-z][\w+-]*:(?![\w:])/uy,
  },
  { name: 'keys', example: '«++ctrl+nisc++»', sign: '++', pattern: /\+\+[\w+"-]+\+\+/uy },
  { name: 'critic mark', example: '«{++NISC++}»', sign: '{', pattern: /\{(\+\+|--|~~|==|>>)[\s\S]*?(?:\1|<<)\}/uy },
  {
    // Its ends stay: a line that begins with one is HTML to its end.
    name: 'comment of HTML',
    example: '前 <!--« NISC\n\n»-->\n\n> <!--«\n> NISC »-->« NISC»\n\nNISC',
    sign: '<!--',
    pattern: commentRange,
    keepsMarks: true,
  },
  { name: 'comment of HTML in MDX', example: '«<!-- NISC\n\n-->»', sign: '<!--', pattern: /<!--[\s\S]*?-->/uy },
] as const satisfies readonly Span[];

const COMPONENT = line(
  String.raw`<\/?(?!(?:${WITHIN_LINES})(?![\w-]))[A-Za-z][A-Za-z\d-]*(?=[\s/>])(?![^<>\n]*\/>)${RUN}*`,
);
/** Front matter, and imports with a blank line behind each. */
const BEFORE_TITLE =
  /^\uFEFF?(?:---[^\n]*\n[\s\S]*?\n---[ \t]*\r?\n)?\s*(?:import\s(?:(?!\n[ \t]*\r?\n)[\s\S])*\n\s*)*$/u;

const TITLE_MARK = /^(?:#[ \t]|=+[ \t]*\r?$)/muy;

/** The first heading of a page, where nothing that is read stands before it: `# NISC`, or a line over `===`. */
function titleRange(source: string, at: number): TextRange | undefined {
  TITLE_MARK.lastIndex = at;
  if (!TITLE_MARK.test(source)) return undefined;
  const isUnder = source.charAt(at) === '=';
  const start = isUnder ? source.lastIndexOf('\n', at - 2) + 1 : at;
  if (!BEFORE_TITLE.test(source.slice(0, start))) return undefined;
  const end = isUnder ? at - 1 : source.indexOf('\n', at);
  return { start, end: end < 0 ? source.length : end };
}

const MARKER = /^ *(?:[-*+]|\d{1,9}[.)]) +/u;

/** A block of HTML that begins here, to the blank line or to a line that is not as far in as the item in which it stands. */
function componentRange(source: string, at: number): TextRange | undefined {
  COMPONENT.lastIndex = at;
  const block = COMPONENT.exec(source)?.[0];
  if (block === undefined) return undefined;
  const least = insideOfItem(source, at);
  const outside = least > 0 ? new RegExp(`\\n(?! {${least}})`, 'u').exec(block)?.index : undefined;
  return { start: at, end: at + (outside ?? block.length) };
}

/** How far in the text of the item begins in which an offset stands; 0 where it stands in none, or that is not plain. */
function insideOfItem(source: string, at: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let end = at; end > 0; end = source.lastIndexOf('\n', end - 1)) {
    const line = source.slice(source.lastIndexOf('\n', end - 1) + 1, end);
    if (end === at) least = line.length;
    if (/[\t>]/u.test(line)) return 0;
    const inside = MARKER.exec(line)?.[0].length;
    if (inside !== undefined && inside <= least) return inside;
    least = Math.min(least, indentOf(line));
    if (least === 0) return 0;
  }
  return 0;
}

const indentOf = (line: string): number => (/\S/u.test(line) ? line.search(/\S/u) : Number.POSITIVE_INFINITY);

/** What stands between `<!--` and `-->`. */
function commentRange(source: string, at: number): TextRange | undefined {
  const end = source.indexOf('-->', at + 4);
  return end < 0 ? undefined : { start: at + 4, end };
}

/** `import …`, `export …`, to the first blank line outside of all brackets, as acorn would find it. */
function programRange(source: string, at: number): TextRange | undefined {
  PROGRAM.lastIndex = at;
  if (!PROGRAM.test(source)) return undefined;
  let depth = 0;
  let blank: number | undefined;
  for (let end = at; end < source.length; end++) {
    const unit = source.charAt(end);
    if (unit === '\n' && isBlank(source, end + 1)) {
      if (depth <= 0) return { start: at, end };
      blank ??= end;
    } else if (OPENING.test(unit)) depth++;
    else if (CLOSING.test(unit)) depth--;
    else end = skipped(source, end);
  }
  // What is never closed is no program: the generator says so.
  return { start: at, end: depth > 0 ? (blank ?? source.length) : source.length };
}
const PROGRAM =
  /(?<=^)(?:import\s+(?:[\w*{"']|$)|export\s+(?:default|const|let|var|function|class|async|type|interface|[{*]))/muy;
const OPENING = /[([{]/;
const CLOSING = /[)\]}]/;

function isBlank(source: string, at: number): boolean {
  BLANK.lastIndex = at;
  return BLANK.test(source);
}
const BLANK = /[ \t]*(?:\r?\n|$)/uy;

/** The last unit of the string or comment that begins here; itself where none does. */
function skipped(source: string, at: number): number {
  if (QUOTE.test(source.charAt(at))) return closingQuote(source, at) ?? at;
  const close = source.startsWith('/*', at) ? source.indexOf('*/', at + 2) : -1;
  return close < 0 ? at : close + 1;
}

/** What stands between the braces of `{…}` with other braces in it; what stands in strings and comments does not count. */
function bracedRange(source: string, at: number): TextRange | undefined {
  const end = closingBrace(source, at);
  return end === undefined ? undefined : { start: at + 1, end: end - 1 };
}

/** What stands in a tag of JSX behind its name, to its `>` or `/>`; values may hold either, and line ends. */
function jsxAttributes(source: string, at: number): TextRange | undefined {
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(source)?.[0];
  if (name === undefined) return undefined;
  const start = at + name.length;
  for (let end = start; end < source.length; end++) {
    const unit = source.charAt(end);
    if (unit === '>') return end > start ? { start, end: source.charAt(end - 1) === '/' ? end - 1 : end } : undefined;
    if (unit === '<') return undefined;
    const close = unit === '{' ? closingBrace(source, end) : undefined;
    if (unit === '{' && close === undefined) return undefined;
    if (close !== undefined) end = close - 1;
    if (unit === '"' || unit === "'") end = source.indexOf(unit, end + 1);
    if (end < 0) return undefined;
  }
  return undefined;
}
const TAG_NAME = /<[A-Za-z][\w.:-]*(?=[\s/])/uy;

function closingBrace(source: string, at: number): number | undefined {
  let depth = 0;
  for (let end = at; end < source.length; end++) {
    const unit = source.charAt(end);
    if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return end + 1;
    else if (unit === '/' && source.charAt(end + 1) === '*') {
      const close = source.indexOf('*/', end + 2);
      if (close < 0) return undefined;
      end = close + 1;
    } else if (depth > 0 && QUOTE.test(unit)) {
      const close = closingQuote(source, end);
      if (close !== undefined) end = close;
    }
  }
  return undefined;
}
const QUOTE = /["'`]/;

/** Of a string on one line, or of a template; an apostrophe in prose has none. */
function closingQuote(source: string, at: number): number | undefined {
  const quote = source.charAt(at);
  for (let end = at + 1; end < source.length; end++) {
    const unit = source.charAt(end);
    if (unit === '\\') end++;
    else if (unit === quote) return end;
    else if (unit === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}
