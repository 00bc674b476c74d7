/** Finds the short names that a page itself binds to a term: `サイバーセキュリティ基本法（以下「基本法」という。）`. */
import type { Term } from '@tsuzuri/core/card';
import { type Block, overlapsAny, type TextRange } from './inline-text.ts';
import { createMatcher, type Match, type Matcher } from './matcher.ts';

/** A short name, from where it is bound on. */
interface LocalName {
  readonly short: string;
  readonly term: Term;
  /** The name of the card that was bound. */
  readonly form: string;
  /** Depth of the heading with whose section it ends; nothing where it holds to the end of the page. */
  readonly section?: number | undefined;
}

/** What a bracket behind a name says: `（平成26年法律第104号。以下「基本法」という。）`, `（以下この章において「本部」という。）` */
const JAPANESE =
  /[（(](?<about>[^（）()]{0,80}?)以下[、,]?(?<reach>この(?:編|章|節|款|条|項|部|節))?(?:において)?[、,]?(?:単に|総称して|併せて)?[、,]?「(?<short>[^「」]{2,30})」[^（）()]{0,12}[）)]/gu;
/** `(hereinafter referred to as “the Act”)`, `(the “Council”)` */
const ENGLISH = /\((?:here(?:in)?after[^()"“”]{0,40}|the )["“](?:the )?(?<short>[\p{Lu}][^()"“”]{1,40})["”]\)/gu;
/** `（NISC）`: nothing but a short name */
const SHORT = /[（(](?<short>\p{Lu}[\p{L}\p{Nd}/&-]{1,14})[）)]/gu;
const ALL = [JAPANESE, ENGLISH, SHORT] as const;
/** What every one of them holds. */
const SIGN = /[（(]/;

/** What points at something near by: `本計画`, `当該事業者`; it is no name. */
const POINTING = /^(?:[当同各両該]|本(?![部店社庁校院館])|これ|それ|.$)/u;
/** Before a short name stands the end of a longer one: `教育基本法` is another law than 基本法. */
const WITHIN_NAME = /[\p{sc=Han}\p{sc=Katakana}ーA-Za-z0-9](?<![同本当該各])$/u;

/** Follows a page from block to block. */
export class LocalNames {
  #known: LocalName[] = [];
  #match: Matcher | undefined;
  #depth = 1;

  get isAny(): boolean {
    return this.#match !== undefined;
  }

  /** @returns the mentions of the glossary with those by short names, in order */
  read(block: Block, text: string, mentions: readonly Match[], excluded: readonly TextRange[]): Match[] {
    if (block.type === 'heading') this.#leaveSections(block.depth);
    const found = this.#find(text, 0, text.length);
    const bound = SIGN.test(text) && mentions.length > 0 ? this.#bind(text, mentions) : undefined;
    if (bound !== undefined) found.push(...this.#find(text, bound, text.length));
    if (found.length === 0) return [...mentions];
    const free = found.filter(it => !overlapsAny(it, [...mentions, ...excluded]));
    const apart = free.filter((it, index) => !overlapsAny(it, free.slice(0, index)));
    return [...mentions, ...apart].sort((a, b) => a.start - b.start);
  }

  #leaveSections(depth: number): void {
    this.#depth = depth;
    const left = this.#known.filter(({ section }) => section === undefined || section < depth);
    if (left.length < this.#known.length) this.#set(left);
  }

  #set(known: LocalName[]): void {
    this.#known = known;
    const terms = known.map(({ short, term }): Term => ({ ...term, term: short, aliases: [], names: [] }));
    this.#match = known.length > 0 ? createMatcher(terms) : undefined;
  }

  #find(text: string, from: number, to: number): Match[] {
    return (this.#match?.(text) ?? []).flatMap(({ start, end, form: short }) => {
      const name = this.#known.find(known => known.short === short);
      const isApart = start >= from && end <= to && !WITHIN_NAME.test(text.slice(Math.max(0, start - 2), start));
      return name && isApart ? [{ start, end, term: name.term, form: name.form }] : [];
    });
  }

  /** @returns where the last definition of the text ends */
  #bind(text: string, mentions: readonly Match[]): number | undefined {
    let last: number | undefined;
    for (const pattern of ALL)
      for (const { index, 0: bracket, groups } of text.matchAll(pattern)) {
        const { short = '', reach } = groups ?? {};
        const mention = mentions.find(({ end }) => end <= index && text.slice(end, index).trim() === '');
        const isNew = mention && !POINTING.test(short) && !isNameOf(mention.term, short);
        if (!mention || !isNew) continue;
        const section = reach === undefined ? undefined : this.#depth;
        const others = this.#known.filter(known => known.short !== short);
        this.#set([...others, { short, term: mention.term, form: mention.form, section }]);
        last = Math.max(last ?? 0, index + bracket.length);
      }
    return last;
  }
}

const isNameOf = ({ term, aliases, names }: Term, short: string): boolean =>
  term === short || aliases.includes(short) || names.some(({ name }) => name === short);
