/** Finds what a page names by the short names that it gives itself: （以下「基本法」という。）, NAME (ABC), 戦略（案）. */
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { fold } from '@tsuzuri/core/unicode';
import { kindOf } from './boundaries.ts';
import { type Dialect, excludedRanges, isNameItself } from './dialects.ts';
import { type InlineText, overlapsAny, type TextRange } from './inline-text.ts';
import { findLongForm, LOOKS_SHORT } from './long-form.ts';
import { createMatcher, type Gap, type Match, type Matcher } from './matcher.ts';

/** Reads the blocks of one page in their order. @returns the mentions of the block, in order, those in links included */
export type PageReader = (block: BlockKind, inline: InlineText) => Match[];

interface BlockKind {
  readonly type: string;
  /** Of a heading. */
  readonly depth?: number;
}

/** What a page is read with. */
interface Reading {
  readonly match: Matcher;
  readonly date?: string | undefined;
  readonly dialect?: Dialect | undefined;
  readonly onGap?: ((gap: Gap) => void) | undefined;
}

/** Where a short name stops being one. */
interface Reach {
  /** At a heading of this depth or a higher one. */
  readonly depth?: number | undefined;
  /** Where the next article of a law begins. */
  readonly article?: boolean | undefined;
  /** Where the block ends. */
  readonly paragraph?: boolean | undefined;
}

/** A short name that the page gives. */
interface LocalName extends Reach {
  readonly name: string;
  /** Absent: it names something that has no card. */
  readonly term: Term | undefined;
  /** What it is short for, as the page has it. */
  readonly full?: string | undefined;
  /** Of its place in the text of its block; `end` is where it begins to hold. */
  readonly at: TextRange;
  /** No one says it, it is a guess from the title: it gives way to any other name. */
  readonly isImplied?: boolean;
  /** What the name means again where its reach ends. */
  readonly outer?: LocalName | undefined;
}

/** The state of reading one page. */
interface Page {
  readonly names: Map<string, LocalName>;
  /** The headings around the block, the innermost last. */
  readonly headings: { readonly depth: number; readonly text: string }[];
  /** Documents of which the page has named a draft: the words of that name, and the entry if there is one. */
  readonly drafts: Map<string, Term | undefined>;
  /** What finds the names, until they change. */
  matcher: Matcher | undefined;
}

/** One text that is read. */
interface Block {
  readonly text: string;
  /** Its width folded, if that leaves each offset what it is. */
  readonly even: string;
  readonly matches: readonly Match[];
  /** Whether a range is no code and the like, in which nothing is named. */
  readonly isProse: (range: TextRange & { readonly form?: string }) => boolean;
}

/** A text without any of these gives no name, one without the others names no draft. */
const GIVING = /以下|以後|略称|通称|いわゆる|略して|here(?:in)?after|["”]\s?[)）]/u;
const BRACKET = /[(（]/u;
const DRAFT = /[(（](?:素|原|最終)?案[)）]|次期/u;

export function pageReader({ match, date, dialect, onGap }: Reading): PageReader {
  const page: Page = { names: new Map(), headings: [], drafts: new Map(), matcher: undefined };
  let isFirstHeading = true;
  return (kind, inline) => {
    const { text } = inline;
    const isProse = proseOf(inline, dialect);
    enter(page, kind, text);
    const heading = kind.type === 'heading' ? undefined : page.headings.at(-1)?.text;
    const tellGap = onGap && ((gap: Gap): void => void (isProse(gap) && onGap(gap)));
    const matches = match(text, date, { heading, onGap: tellGap }).filter(isProse);
    if (isFirstHeading && kind.type === 'heading' && kind.depth === 1) {
      isFirstHeading = false;
      for (const name of impliedBy(matches, match)) setName(page, name);
    }
    for (const { term, form } of matches) forgetImplied(page, term, form);
    const givesName = GIVING.test(text) || (matches.length > 0 && BRACKET.test(text));
    if (!givesName && !DRAFT.test(text) && !holdsName(page, text)) return matches;
    return withLocalNames({ text, even: evenly(text), matches, isProse }, page);
  };
}

/** Most blocks name nothing, and need not be asked where they hold code. */
function proseOf({ text, excluded }: InlineText, dialect: Dialect | undefined): Block['isProse'] {
  let ranges: readonly TextRange[] | undefined;
  return range => {
    ranges ??= [...excluded, ...excludedRanges(text, dialect)];
    return !ranges.some(it => overlapsAny(range, [it]) && !isNameItself(it, range, text));
  };
}

/** Most blocks hold none of the page's own names, and need not be searched twice. */
function holdsName({ names }: Page, text: string): boolean {
  for (const name of names.keys()) if (text.includes(name) || text.includes(capitalised(name))) return true;
  return false;
}

/** `the Act` at the beginning of a sentence. */
const capitalised = (name: string): string => (name.startsWith('the ') ? `The ${name.slice(4)}` : name);

/** Folds what is folded unit for unit. */
function evenly(text: string): string {
  const folded = fold(text);
  return folded.places ? text : folded.text;
}

// Where a reader is.

const ARTICLE = /^\s*第[\p{Nd}〇一二三四五六七八九十百千]+条/u;

/** Forgets the names whose reach ends here. */
function enter(page: Page, { type, depth = 1 }: BlockKind, text: string): void {
  const isHeading = type === 'heading';
  const isNewArticle = isHeading || ARTICLE.test(text);
  const isOver = (reach: Reach): boolean =>
    (isHeading && reach.depth !== undefined && depth <= reach.depth) ||
    (isNewArticle && reach.article === true) ||
    reach.paragraph === true;
  for (const name of page.names.values()) {
    let held: LocalName | undefined = name;
    while (held && isOver(held)) held = held.outer;
    if (!held) removeName(page, name.name);
    else if (held !== name) setName(page, held);
  }
  if (!isHeading) return;
  while ((page.headings.at(-1)?.depth ?? 0) >= depth) page.headings.pop();
  page.headings.push({ depth, text });
}

function setName(page: Page, name: LocalName): void {
  page.names.set(name.name, name);
  page.matcher = undefined;
}

function removeName(page: Page, key: string): void {
  page.names.delete(key);
  page.matcher = undefined;
}

/** What a name meant before, where it means something else for a while: 「法」 of a chapter. */
function outerOf(name: LocalName, { names }: Page): LocalName | undefined {
  const isPartial = name.depth !== undefined || name.article === true || name.paragraph === true;
  const outer = isPartial ? names.get(name.name) : undefined;
  return outer?.isImplied ? undefined : outer;
}

// The body that a page is of, by its title.

/** The last words of a name, behind another script: 戦略本部 of サイバーセキュリティ戦略本部. */
const LAST_WORDS = /(?<=[\p{sc=Katakana}ー\p{sc=Latin}])\p{sc=Han}{4,}$/u;

/** Minutes of サイバーセキュリティ戦略本部 call it 戦略本部. */
function impliedBy(matches: readonly Match[], match: Matcher): LocalName[] {
  const bodies = matches.filter(({ term, form }) => kindOf(term.category, form) === 'body');
  const short = bodies.map(({ term, form }) => ({ term, name: LAST_WORDS.exec(form)?.[0] ?? '' }));
  return short
    .filter(({ name }) => name !== '' && match(name).length === 0 && short.filter(it => it.name === name).length === 1)
    .map(({ term, name }) => ({ name, term, at: { start: 0, end: 0 }, isImplied: true }));
}

/** Another body with the same last words makes them mean nothing. */
function forgetImplied(page: Page, term: Term, form: string): void {
  for (const [key, local] of page.names)
    if (local.isImplied && local.term !== term && form.endsWith(key)) removeName(page, key);
}

// Mentions by short names.

function withLocalNames(block: Block, page: Page): Match[] {
  const defined = definedIn(block, page).filter(({ at }) => block.isProse(at));
  if (defined.length === 0 && !holdsName(page, block.text) && !DRAFT.test(block.text)) return [...block.matches];
  const local: Match[] = [];
  const shadowed: Match[] = [];
  let from = 0;
  for (const next of [...defined, undefined]) {
    const until = next?.at.end ?? block.text.length;
    const within = (match: TextRange): boolean => from <= match.start && match.end <= until;
    local.push(...namedIn(block, page).filter(within));
    shadowed.push(...block.matches.filter(match => within(match) && isShadowed(match, block, page)));
    if (next) setName(page, { ...next, ...optional('outer', outerOf(next, page)) });
    from = until;
  }
  const all = [...local, ...draftsIn(block, page, local)].filter(
    match => block.isProse(match) && !isAt(match, defined),
  );
  const known = block.matches.filter(match => !shadowed.includes(match) && !isQuoted(match, defined));
  return merge(known, all);
}

/** A short name is not linked where it is given. */
const isAt = (match: TextRange, defined: readonly LocalName[]): boolean =>
  overlapsAny(
    match,
    defined.map(({ at }) => at),
  );

/** Nor is it where the glossary has it: what it names there stands before it. */
const isQuoted = (match: Match, defined: readonly LocalName[]): boolean =>
  defined.some(local => local.at.start === match.start && match.end <= local.at.end && isGiven(local, match));

/** Whether the page gives the name to something else. */
function isShadowed(match: Match, { text }: Block, { names }: Page): boolean {
  const local = names.get(text.slice(match.start, match.end));
  return local !== undefined && !local.isImplied && local.term !== match.term && isGiven(local, match);
}

/** A common noun: 戦略本部, 計画. */
const GENERIC = /^\p{sc=Han}{1,4}$/u;

/** NICT is NICT, whatever the page calls it in full; 戦略本部 of a body that has no card is not that of the glossary. */
const isGiven = ({ term, name }: LocalName, match: Match): boolean =>
  term !== undefined || (GENERIC.test(name) && match.form.length <= name.length);

/** A name of the glossary stands before a short name within it, and gives way to one that is as long or longer. */
function merge(known: readonly Match[], local: readonly Match[]): Match[] {
  const kept = local.filter(
    one =>
      !overlapsAny(
        one,
        known.filter(other => !covers(one, other)),
      ),
  );
  const free = known.filter(other => !overlapsAny(other, kept));
  return [...free, ...kept].toSorted((a, b) => a.start - b.start);
}

const covers = (a: TextRange, b: TextRange): boolean => a.start <= b.start && b.end <= a.end;

/** Finds the names as those of a glossary are found: an entry of each, of which nothing but the name is the page's own. */
function namedIn({ text, even }: Block, page: Page): Match[] {
  const known = [...page.names.values()].filter(({ term }) => term !== undefined);
  if (known.length === 0) return [];
  page.matcher ??= createMatcher(known.map(entryFor));
  return page.matcher(text).flatMap(match => {
    const { term, name, full } = page.names.get(match.term.id) ?? {};
    const isWord = term !== undefined && name !== undefined && standsAlone(name, even, match);
    return isWord ? [{ ...match, term, form: text.slice(match.start, match.end), ...optional('full', full) }] : [];
  });
}

/** An entry of a short name, with the name as its id. */
function entryFor({ name, term }: LocalName): Term {
  const { category, card, ...rest } = term as Term;
  const capital = capitalised(name);
  const data = { ...card.data, case: 'exact' };
  return {
    id: name,
    file: rest.file,
    term: name,
    aliases: capital === name ? [] : [capital],
    not: rest.not,
    names: [],
    see: [],
    sources: [],
    body: rest.body,
    bodyLine: 1,
    card: { ...card, data },
    // What the whole name means is what its last words mean: a law, a body.
    ...(category === undefined ? {} : { category }),
  };
}

/** What a Japanese word goes on with on its left: 教育基本法 is not 基本法. */
const GOES_ON = /[\p{sc=Han}\p{sc=Katakana}ー々・\p{sc=Latin}\p{Nd}]/u;
const LATIN_START = /^[\p{sc=Latin}\p{Nd}]/u;
/** Before 法: 基本法 stands in 及び基本法, and in 同基本法. */
const JOINING = /(?:又は|及び|並びに|若しくは|当該|各)$/u;
/** What makes 法 and the like another word: 基本法案, 基本法制. */
const AFTER_LAW = /^[案制人学律令的廷曹務]/u;
/** A common noun of two or three characters, alone or behind capitals, goes on in another word: 計画書, JR東海道線. */
const JOINED = /^[\p{sc=Han}\p{sc=Katakana}ー](?<![第等及又並若上中内外])/u;
const COMMON = /(?<![\p{sc=Han}\p{sc=Katakana}ー])[\p{sc=Han}\p{sc=Katakana}ー]{2,3}$/u;

/** Words of grammar that end in hiragana before a noun: particles, adverbs, verbs; a noun goes on in the name. */
const GRAMMAR =
  /(?:[はがをにでとのへもやかなるいただてくうぐすつぬぶむずばだ]|から|より|よる|など|ほど|だけ|のみ|ため|はじめ|[あお]り|うち|のち|とき|べき|まま|それぞれ|すなわち|もちろん)$/u;
/** Nouns that end like one: こども基本法, ふるさと計画. */
const NOUN_IN_KANA = /(?:[こ子]ども|ふるさと|すまい|住まい|ふれあい|いのち)$/u;
/** `the Act on the Protection of …` is another one than `the Act`. */
const GOES_ON_IN_ENGLISH = /^\s(?:on|of|for|concerning|relating to)\s(?:the\s)?\p{Lu}/u;

/** What stands behind a name of one character: `法第3条`, `庁の`; 法の支配 is that of any law. */
const ALONE = /^(?:第|の(?!支配|下|もと|目|網)|[はがをにでとへや、。)」]|から|より|も(?![の\p{sc=Han}]))/u;

function standsAlone(name: string, text: string, { start, end }: TextRange): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 4), start), text.slice(end)];
  if (name.startsWith('the ') && GOES_ON_IN_ENGLISH.test(behind)) return false;
  if (!LATIN_START.test(name) && goesOn(before)) return false;
  if (name.endsWith('法') && AFTER_LAW.test(behind)) return false;
  if (name.length === 1) return ALONE.test(behind);
  return !COMMON.test(name) || !JOINED.test(behind);
}

/** Whether a Japanese word begins before a name and goes on in it. */
function goesOn(before: string): boolean {
  if (/\p{sc=Hiragana}$/u.test(before))
    return !(GRAMMAR.test(before) || JOINING.test(before)) || NOUN_IN_KANA.test(before);
  return GOES_ON.test(before.slice(-1)) && !JOINING.test(before);
}

// Drafts: 戦略（案） and 次期戦略 of the page on which 次期サイバーセキュリティ戦略（案） stands.

/** `（案）`, `(素案)` */
const DRAFT_MARK = /^\s?\((?:素|原|最終)?案\)/u;
const OF_THE_FUTURE = /^次期/u;
/** `戦略（案）`, `本戦略(案)`, `次期戦略`; the noun is what the name of a draft ends in. */
const BARE_DRAFT =
  /(?<![\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}\p{Nd}])(?:次期(?<next>\p{sc=Han}{2,4}?)(?![\p{sc=Han}\p{sc=Katakana}ー])|本?(?<noun>\p{sc=Han}{2,4})\s?\((?:素|原|最終)?案\))/gu;

/** `次期宇宙戦略`, `宇宙戦略（案）` */
const LONG_DRAFT =
  /次期[\p{sc=Han}\p{sc=Katakana}ー・]{3,}|[\p{sc=Han}\p{sc=Katakana}ー・]{3,}(?=\s?\((?:素|原|最終)?案\))/gu;

function draftsIn(block: Block, { drafts }: Page, local: readonly Match[]): Match[] {
  const found: Match[] = [];
  if (!DRAFT.test(block.text)) return found;
  const named = [...block.matches, ...local];
  const others = [...block.even.matchAll(LONG_DRAFT)].map(({ index, 0: name }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
  const remember = (until: number): void => {
    for (const match of named) if (match.start < until) rememberDraft(match, block, drafts);
    for (const other of others)
      if (other.end <= until && !overlapsAny(other, [...named, ...found])) drafts.set(other.name, undefined);
  };
  for (const { index, 0: whole, groups = {} } of block.even.matchAll(BARE_DRAFT)) {
    remember(index);
    const { next, noun = next ?? '' } = groups;
    const start = next === undefined ? index + whole.indexOf(noun) : index;
    const meant = new Set([...drafts].filter(([name, term]) => isCalled(name, noun, term)).map(([, term]) => term));
    const [term] = meant;
    if (term && meant.size === 1)
      found.push({ start, end: index + whole.length, term, form: block.text.slice(start, index + whole.length) });
  }
  remember(Number.POSITIVE_INFINITY);
  return found;
}

/** Of what has no card it is not known where its name ends: 次期宇宙戦略策定. */
const isCalled = (name: string, noun: string, term: Term | undefined): boolean =>
  term ? name.endsWith(noun) : name.includes(noun);

/** Remembers what a draft is of: 次期サイバーセキュリティ戦略, 水道計画（案）. */
function rememberDraft({ start, end, term, form }: Match, { even }: Block, drafts: Page['drafts']): void {
  const isMarked = DRAFT_MARK.test(even.slice(end)) || /\((?:素|原|最終)?案\)$/u.test(even.slice(start, end));
  if (kindOf(term.category, form) !== 'work' || !(isMarked || OF_THE_FUTURE.test(even.slice(start, end)))) return;
  drafts.set(even.slice(start, end).replace(/\s?\([^()]*案\)$/u, ''), term);
}

// Where a page gives a short name.

const QUOTED = '[「『“"][^「」『』“”"\\n]{1,30}[」』”"]';
const NUMBER = '[\\p{Nd}〇一二三四五六七八九十百千]+';
const UNIT = '章|節|条|項|号|款|編|部|目|表|図|ページ|段落';
/** `この章において`, `第3章において` */
const REACH = `(?:(?:この|本|第${NUMBER})(?<unit>${UNIT})|(?:この|本)[^「」()、。]{1,8}?)(?:及び[^「」()]{1,20})?(?:において|で)(?:は)?[、,]?\\s*`;

/** `以下「基本法」という。`, `以下この章において単に「法」という。`, `以下、基本法`, `略称：ABC` */
const GIVES = new RegExp(
  `(?:以下|以後|略称|通称|略して)[、,:・は]?\\s*(?:${REACH})?(?:単に|これを)?(?<many>総称して|併せて|合わせて|まとめて)?[、,]?\\s*` +
    `(?<names>${QUOTED}(?:(?:又は|または|若しくは|、)${QUOTED})*|[\\p{Lu}][\\p{sc=Latin}\\p{Nd}/&-]{1,15}|(?<=[略通]称[、,:・は]?\\s?)[^「」『』()、。,\\s]{2,15}(?=\\))|(?<bare>[\\p{sc=Han}\\p{sc=Katakana}ー]{1,15}))` +
    '\\s*(?:と(?:いう|いい|言|呼|称|略|総称|表記|記|す)|[。.]?\\s?(?=\\)))',
  'gu',
);
/** `(hereinafter “the Act”)`, `(hereinafter referred to as the Act)`, `(the “Act”)`, `("ABC")` */
const GIVES_IN_ENGLISH =
  /\((?:[^()]{0,80}[,;.]\s)?(?<word>hereinafter|hereafter|henceforth|below)?,?\s*(?:(?:in|for the purposes of) this (?<unit>chapter|section|article|part|paragraph),?\s*)?(?:collectively\s)?(?:(?:referred to|known|called)(?: as)?\s*)?,?\s*(?:the\s+|an?\s+)?(?<names>["“][^"“”()\n]{2,40}["”]|(?<=here(?:in)?after\b[^"“”()]{0,40} )the [^"“”()\n]{2,36})\s*\)/giu;
/** `、通称「基本法」が`: words of the name before it, for anything may stand in quotes. */
const GIVES_BY_THE_WAY = new RegExp(
  `[、,]\\s*(?:以下|略称|通称|いわゆる)[、,:は]?\\s*(?<bare>(?<names>${QUOTED}))`,
  'gu',
);
const EACH_QUOTED = /[「『“"]([^「」『』“”"\n]+)[」』”"]/gu;
/** What points at something near by: `本計画`. */
const POINTING = /^(?:[本当同各両]|これ|それ|上記|前記|this |these |such )/iu;
/** `A及びB（以下「C」という。）`; 、 behind a particle parts clauses, not names. */
const JOINS_TWO =
  /(?:及び|並びに|又は|または|および|(?<=[\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}」』)])[と、・]|\s(?:and|or)(?:\sthe)?)\s*$/u;
/** What the name of a body begins with in full. */
const LEGAL_FORM = /(?:法人|研究所|会社|組合|財団|社団)$/u;
/** The name of another edition. */
const OTHER_EDITION = /(?:改正前の|廃止前の|改正後の)$/u;

function definedIn(block: Block, page: Page): LocalName[] {
  const given = GIVING.test(block.text) ? givenNames(block, page) : [];
  const found = [...given, ...(BRACKET.test(block.text) ? bracketNames(block) : [])];
  return found.toSorted((a, b) => a.at.end - b.at.end);
}

function givenNames(block: Block, page: Page): LocalName[] {
  const { even } = block;
  const places = [GIVES, GIVES_BY_THE_WAY, GIVES_IN_ENGLISH].flatMap(pattern => [...even.matchAll(pattern)]);
  return places.flatMap(({ index, 0: whole, groups = {} }) => {
    const { names = '', many, bare } = groups;
    const open = openingBracket(even, index);
    const long = longBefore(block, open ?? index, open !== undefined);
    const isOfAll = many !== undefined || whole.includes('総称');
    const isOf = (name: string): boolean => long !== undefined && isOfOne(name, long, even, isOfAll);
    // 以下同じ, 以下の表: nothing but its own characters shows that it is a name.
    const isName = (name: string): boolean =>
      bare === undefined || (long !== undefined && shortens(name, even.slice(long.start, long.end)));
    const start = index + whole.indexOf(names);
    const quoted = [...names.matchAll(EACH_QUOTED)].map(({ index: at, 1: name = '' }) => ({
      name,
      start: start + at + 1,
    }));
    const given = quoted.length > 0 ? quoted : [{ name: names, start }];
    return given
      .filter(({ name }) => !POINTING.test(name) && isName(name))
      .map(({ name, start: at }) => ({
        name: block.text.slice(at, at + name.length),
        term: isOf(name) ? long?.term : undefined,
        full: long && block.text.slice(long.start, long.end),
        at: { start: at, end: at + name.length },
        ...reachOf(groups, page),
      }));
  });
}

/** Whether a short name is that of the mention before it, which may be the last of several. */
function isOfOne(name: string, long: Match, text: string, isOfAll: boolean): boolean {
  const joint = JOINS_TWO.exec(text.slice(0, long.start));
  if (!joint) return true;
  // 甲基本法及び乙基本法（以下「基本法」という。） may be either, or both.
  const isOfOther = text
    .slice(0, joint.index)
    .replace(/[」』]$/u, '')
    .endsWith(name);
  const isItsOwn = shortens(name, text.slice(long.start, long.end)) || abbreviates(name, long, text);
  return !isOfAll && !isOfOther && isItsOwn;
}

/** Whether the characters of a name stand in a longer one in their order: 戦略本部 in サイバーセキュリティ戦略本部. */
function shortens(name: string, long: string): boolean {
  const characters = [...name.replace(/^the /u, '').toLowerCase()];
  let from = 0;
  return characters.every(character => {
    from = long.toLowerCase().indexOf(character, from) + 1;
    return from > 0;
  });
}

/** The bracket that a place stands in. */
function openingBracket(text: string, at: number): number | undefined {
  if (text.charAt(at) === '(') return at;
  let depth = 0;
  for (let open = at - 1; open >= Math.max(0, at - 300); open--) {
    if (text.charAt(open) === ')') depth++;
    else if (text.charAt(open) === '(' && depth-- === 0) return open;
  }
  return undefined;
}

/** What may stand between a name and the bracket behind it: its end quote, a space, another bracket. */
const BETWEEN = /^(?:[」』”"]|\s|\([^()]{0,80}\)){0,4}$/u;
/** `甲基本法を以下「基本法」という。` */
const BETWEEN_PLAIN = /^(?:[」』”"]|\s|\([^()]{0,80}\)){0,4}(?:を|は)?[、,]?\s?$/u;

/** The mention that ends before a place and is the whole noun there. */
function longBefore({ even, matches }: Block, at: number, isBracket: boolean): Match | undefined {
  const between = isBracket ? BETWEEN : BETWEEN_PLAIN;
  const long = matches.findLast(({ end }) => end <= at && between.test(even.slice(end, at)));
  return long && isWholeNoun(long, even, matches) ? long : undefined;
}

/** Whether nothing before a mention makes it another thing: 県地域防災計画 is not 地域防災計画. */
function isWholeNoun({ start }: Match, text: string, matches: readonly Match[]): boolean {
  const before = text.slice(0, start);
  if (OTHER_EDITION.test(before)) return false;
  const isJoined =
    /[\p{sc=Han}\p{sc=Katakana}ー々]$/u.test(before) && /^[\p{sc=Han}\p{sc=Katakana}ー]/u.test(text.slice(start));
  return !isJoined || JOINING.test(before) || LEGAL_FORM.test(before) || matches.some(({ end }) => end === start);
}

/** The unit of a text that a name holds in: of the section whose heading is of this unit, or the innermost one. */
function reachOf({ unit }: Readonly<Record<string, string | undefined>>, { headings }: Page): Reach {
  if (unit === undefined) return {};
  if (/^(?:[項号]|paragraph)$/iu.test(unit)) return { paragraph: true };
  const inner = headings.findLast(({ text }) =>
    new RegExp(`^\\s*第${NUMBER}${unit}|^\\s*${unit}\\s+\\p{Nd}`, 'iu').test(text),
  );
  const article = /^(?:条|article)$/iu.test(unit) && inner === undefined;
  return { depth: (inner ?? headings.at(-1))?.depth, article };
}

// NAME (ABC), ABC (long name).

const SHORT = '[\\p{sc=Latin}\\p{Nd}]+(?:[/&-][\\p{sc=Latin}\\p{Nd}]+)*';
const SHORT_IN_BRACKET = new RegExp(`^\\s?\\((${SHORT})\\)`, 'u');
const SHORT_BEFORE_BRACKET = new RegExp(`(?<![\\p{sc=Latin}\\p{Nd}/&'.-]|\\p{sc=Latin} )(${SHORT})\\s?\\(\\s?$`, 'u');
const WORDS_IN_BRACKET = /^\s?\((\p{sc=Latin}[^()]{4,80})\)/u;
const WORDS_BEFORE_BRACKET =
  /((?:\p{sc=Latin}[\p{sc=Latin}\p{Nd}'’-]*\s){1,9}\p{sc=Latin}[\p{sc=Latin}\p{Nd}'’-]*)\s?\(\s?$/u;
/** States, unions and ministries stand in brackets as owners of what is named. */
const OWNERS =
  /^(?:EU|UN|US|USA|UK|OECD|NATO|ASEAN|APEC|G7|G8|G20|MIC|METI|MOFA|MOD|MOF|MOJ|MLIT|MEXT|MHLW|MAFF|MOE|NPA|FSA|CAO)$/u;

function bracketNames(block: Block): LocalName[] {
  const { even, text, matches } = block;
  const besideBracket = matches.filter(
    ({ start, end }) =>
      /^\s?\(/u.test(even.slice(end, end + 2)) || /\(\s?$/u.test(even.slice(Math.max(0, start - 2), start)),
  );
  return besideBracket.flatMap(long => {
    const [before, behind] = [even.slice(Math.max(0, long.start - 100), long.start), even.slice(long.end)];
    const found: LocalName[] = [];
    const give = (start: number, name: string, end: number, isSpelled: boolean): void => {
      if (isSpelled && !overlapsAny({ start, end: start + name.length }, matches))
        found.push({
          name: text.slice(start, start + name.length),
          term: long.term,
          full: text.slice(long.start, long.end),
          at: { start, end },
        });
    };
    const [inBracket, short = ''] = SHORT_IN_BRACKET.exec(behind) ?? [];
    if (inBracket && isWholeNoun(long, even, matches))
      give(long.end + inBracket.indexOf(short), short, long.end + inBracket.length, abbreviates(short, long, even));
    const [, earlier = ''] = SHORT_BEFORE_BRACKET.exec(before) ?? [];
    if (earlier && /^\s?[),、]/u.test(behind))
      give(
        long.start - before.length + before.lastIndexOf(earlier),
        earlier,
        long.end,
        abbreviates(earlier, long, even),
      );
    const known = even.slice(long.start, long.end);
    const [spelled, words = ''] = WORDS_IN_BRACKET.exec(behind) ?? [];
    if (spelled)
      give(
        long.end + spelled.indexOf(words),
        words,
        long.end + spelled.length,
        findLongForm(known, words)?.start === 0,
      );
    const [, phrase = ''] = WORDS_BEFORE_BRACKET.exec(before) ?? [];
    const from = phrase && behind.startsWith(')') ? findLongForm(known, phrase)?.start : undefined;
    if (from !== undefined) {
      const at = long.start - before.length + before.lastIndexOf(phrase) + from;
      give(at, phrase.slice(from), long.end, true);
    }
    return found;
  });
}

/** What stands in brackets beside a ministry is mostly a body or a system of it. */
const OWNING = /[省庁府]$/u;

/** Whether capitals abbreviate a name: as its English words do, or, where none are known, as capitals beside a name mostly do. */
function abbreviates(short: string, { start, end, term }: Match, text: string): boolean {
  if (!LOOKS_SHORT.test(short) || OWNERS.test(short)) return false;
  const words = text.slice(start, end);
  const english = [words, term.expansion, ...term.names.map(({ expansion }) => expansion)].filter(
    it => it !== undefined && /\p{sc=Latin}\s\p{sc=Latin}/u.test(it),
  );
  if (english.length === 0) return !OWNING.test(words);
  return english.some(it => findLongForm(short, it as string)?.start === 0);
}
