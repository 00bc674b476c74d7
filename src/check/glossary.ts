/** Checks a glossary as a whole: names that two entries claim, periods that overlap, what is missing. */

import type { Book } from '@tsuzuri/book/build-book';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Mention } from '@tsuzuri/core/book';
import { byStart, type DatedName, type Term } from '@tsuzuri/core/card';
import { warningAt } from '@tsuzuri/core/messages';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import { quoteWords, type Saying, say } from '@tsuzuri/core/wording';
import { dayBeside, overlapInTime } from '@tsuzuri/link/dated-names';
import { discoverTerms } from '@tsuzuri/link/term-extraction';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFileMessage } from 'vfile-message';
import type { Check, Finding } from './check.ts';
import { definitionProblem, treeOf } from './definitions.ts';
import { contradictedDays, staleness, unsourcedIn } from './statements.ts';

export const glossaryCheck: Check = {
  id: 'glossary',
  level: 'warning',
  run: ({ book }) => checkGlossary({ ...book, unread: unreadCards(book) }),
};

/** Ids of cards that have an error, which is told of them itself. */
const unreadCards = ({ errors, terms }: Pick<Book, 'errors' | 'terms'>): Set<string> =>
  new Set(
    errors
      .flatMap(({ file }) => /^docs\/glossary\/(.+)\.md$/.exec(file ?? '')?.[1] ?? [])
      .filter(id => !terms.some(term => term.id === id)),
  );

/** What an entry says, and whether a reader can check it. */
export const statementCheck: Check = {
  id: 'statements',
  level: 'note',
  run: ({ book: { terms }, project: { config } }) =>
    terms.flatMap(term => {
      const day = config.check?.asOf;
      const problems = [...unsourcedIn(term), ...(day === undefined ? [] : staleness(term, day))];
      return problems.map(({ line, rule, saying: [reason, remedy] }): Finding => {
        const at = line === undefined ? term.card.line('sources') : term.bodyLine + line - 1;
        return { file: term.file, line: at, rule, reason, remedy };
      });
    }),
};

/** An alias that is a word of everyday language links every place where anybody uses it. */
export const commonAliases: Check = {
  id: 'common-alias',
  level: 'warning',
  run: async ({ book: { terms, mentions } }) => {
    const analyzer = await loadAnalyzer();
    return terms.flatMap(term =>
      term.aliases.flatMap((alias, index) => {
        const isGuarded = term.near !== undefined || term['not-near'] !== undefined || isSpelling(alias, term.term);
        if (isGuarded || !isCommonWord(alias, analyzer)) return [];
        const count = mentions.get(term.id)?.filter(({ text }) => text === alias).length ?? 0;
        const saying = say('check.commonAlias', { alias, count });
        return [warn(term, term.card.line('aliases', index), { rule: 'common-alias', saying })];
      }),
    );
  },
};

/** `サーバー` is `サーバ`. */
const isSpelling = (alias: string, term: string): boolean => alias.replaceAll('ー', '') === term.replaceAll('ー', '');

/** UTF-16 units; longer words mean one thing alone: `デジタルデバイド`. */
const LONGEST_COMMON = 5;

/** `センター`, `会議`: one short word of the dictionary that is no name. */
function isCommonWord(alias: string, { tokenize }: Analyzer): boolean {
  if (alias.length > LONGEST_COMMON) return false;
  const [word, ...others] = tokenize(alias);
  return (
    others.length === 0 && word?.known === true && /^名詞,(?:一般|サ変接続|副詞可能|形容動詞語幹|接尾)/u.test(word.kind)
  );
}

/** Terms that a document defines in passing and no entry explains; an entry is a choice, so this is a note. */
export const undefinedTerms: Check = {
  id: 'undefined-term',
  level: 'note',
  run: ({ book }) => {
    if (unreadCards(book).size > 0) return []; // one of them may explain it
    const { pages, terms, converted } = book;
    const minutes = pages.filter(({ kind }) => kind === 'minutes');
    return discoverTerms(minutes, terms).map(({ term, count, places, expansions: [first] }): Finding => {
      const name = nameOfMinutes((first ?? places[0])?.page ?? '');
      const named = first ? say('check.meaning', { term, meaning: first.text }) : quoteWords([term]);
      const [reason, remedy] = say('check.noEntry', { term: named, count });
      return { file: `seeds/${converted.get(name)?.ledger.scan.file}`, reason, remedy };
    });
  },
};

type TermCheck = (term: Term, glossary: Glossary) => (VFileMessage | undefined)[];

interface Glossary {
  readonly terms: readonly Term[];
  /** By id of the entry. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Ids of cards that could not be read. */
  readonly unread: ReadonlySet<string>;
}

/** In the order in which a card is read; each points into its card. */
const TERM_CHECKS: readonly TermCheck[] = [
  sharedNames,
  shadowedNames,
  overlappingPeriods,
  gapsInTime,
  deadRelations,
  missing,
  otherHeading,
  undefinedThing,
  contradicted,
  unmentioned,
];

/** What a person should look at; the glossary can be used all the same. */
export function checkGlossary(glossary: Glossary): VFileMessage[] {
  const found = TERM_CHECKS.flatMap(check => glossary.terms.flatMap(term => check(term, glossary)));
  return found.filter(message => message !== undefined);
}

/** Every spelling of an entry with the time for which it claims it. */
function claims({ term, aliases, names }: Term): DatedName[] {
  const always = [term, ...aliases].filter(name => !names.some(dated => dated.name === name));
  return [...always.map(name => ({ name })), ...names];
}

/** One name, two entries, at one time: a mention could mean either. */
function sharedNames(term: Term, { terms }: Glossary): (VFileMessage | undefined)[] {
  const others = terms.filter(({ id }) => id > term.id);
  return claims(term).flatMap(mine =>
    others
      .filter(other => claims(other).some(theirs => theirs.name === mine.name && overlapInTime(theirs, mine)))
      .map(other =>
        warn(term, lineOf(term, mine.name), {
          rule: 'shared-name',
          saying: say('check.sharedName', { name: mine.name, term: other.term, file: other.file }),
        }),
      ),
  );
}

/** An alias that is the headword of another entry takes its mentions, or loses its own. */
function shadowedNames(term: Term, { terms }: Glossary): (VFileMessage | undefined)[] {
  return terms
    .filter(other => other !== term && term.aliases.includes(other.term) && other.names.length === 0)
    .map(other =>
      warn(term, term.card.line('aliases', term.aliases.indexOf(other.term)), {
        rule: 'shadowed-entry',
        saying: say('check.shadowedName', { alias: other.term, file: other.file }),
      }),
    );
}

function overlappingPeriods(term: Term): (VFileMessage | undefined)[] {
  return term.names.flatMap((name, index) => {
    // Several spellings of one time have the same period.
    const earlier = term.names.slice(0, index).find(other => overlapInTime(other, name) && !sameTime(other, name));
    const { from, until } = name;
    const at = (saying: Saying) => warn(term, term.card.line('names', index), { rule: 'overlapping-period', saying });
    return [
      earlier && at(say('check.periodsOverlap', { name: name.name, earlier: earlier.name })),
      from !== undefined && until !== undefined && from > until
        ? at(say('check.periodReversed', { name: name.name, from, until }))
        : undefined,
    ];
  });
}

/** Days on which no name held, of one entry or between the entries of a series. */
function gapsInTime(term: Term, { terms }: Glossary): (VFileMessage | undefined)[] {
  const { series } = term;
  const others = series === undefined ? [term] : terms.filter(other => other.series === series);
  const dated = others.flatMap(({ names }) => names).toSorted(byStart);
  return term.names.map((name, index) => {
    const { until } = name;
    if (until === undefined) return undefined;
    const next = dated.find(other => other !== name && (other.from ?? '') > until);
    const isHeld = dated.some(other => other !== name && (other.from ?? '') <= until && (other.until ?? '9') > until);
    if (isHeld || next?.from === undefined || next.from <= dayBeside(until, 1)) return undefined;
    const saying = say('check.gapInTime', { name: name.name, until, next: next.name, from: next.from });
    return warn(term, term.card.line('names', index), { rule: 'gap-in-time', saying });
  });
}

function deadRelations(term: Term, { terms, unread }: Glossary): (VFileMessage | undefined)[] {
  return term.see.map((id, index) =>
    unread.has(id) || terms.some(other => other.id === id)
      ? undefined
      : warn(term, term.card.line('see', index), {
          rule: 'dead-see',
          saying: say('check.deadSee', { id }),
        }),
  );
}

/** Characters that do not show how they are read: kanji, and Latin short forms. */
const UNREADABLE = /\p{sc=Han}|^[A-Z]/u;
/** A short form: `CYMAT`, `JPCERT/CC`, `IoT` */
const SHORT_FORM = /^[A-Za-z]*[A-Z][A-Za-z/]*[A-Z][A-Za-z/]*$/;

function missing(term: Term): (VFileMessage | undefined)[] {
  const noReading = term.reading === undefined && UNREADABLE.test(term.term);
  const noExpansion =
    SHORT_FORM.test(term.term) && term.expansion === undefined && !term.names.some(({ expansion }) => expansion);
  return [
    noReading
      ? warn(term, term.card.line('term'), {
          rule: 'missing-reading',
          saying: say('check.noReading', { term: term.term }),
        })
      : undefined,
    noExpansion
      ? warn(term, term.card.line('term'), {
          rule: 'missing-expansion',
          saying: say('check.noExpansion', { term: term.term }),
        })
      : undefined,
  ];
}

/** The page is called as its card is. */
function otherHeading(term: Term): (VFileMessage | undefined)[] {
  const heading = treeOf(term).children[0];
  if (heading?.type !== 'heading' || textOf(heading) === term.term) return [];
  const saying = say('check.otherHeading', { heading: textOf(heading), term: term.term });
  return [warn(term, term.bodyLine + (heading.position?.start.line ?? 1) - 1, { rule: 'other-heading', saying })];
}

function undefinedThing(term: Term): (VFileMessage | undefined)[] {
  const problem = definitionProblem(term);
  return problem ? [warn(term, term.bodyLine + problem.line - 1, problem)] : [];
}

function contradicted(term: Term): (VFileMessage | undefined)[] {
  return contradictedDays(term).map(problem => warn(term, term.bodyLine + (problem.line ?? 1) - 1, problem));
}

/** What readers of the minutes must know besides is named by an entry, or stands in a series. */
function unmentioned(term: Term, { terms, mentions }: Glossary): (VFileMessage | undefined)[] {
  const isMentioned = ({ id }: Term): boolean => (mentions.get(id)?.length ?? 0) > 0;
  const leadsHere = (other: Term): boolean =>
    other.see.includes(term.id) || (term.series !== undefined && other.series === term.series);
  if (isMentioned(term) || terms.some(other => other !== term && leadsHere(other) && isMentioned(other))) return [];
  return [
    warn(term, term.card.line('term'), {
      rule: 'unmentioned',
      saying: say('check.unmentioned', { term: term.term }),
    }),
  ];
}

const sameTime = (a: DatedName, b: DatedName): boolean => a.from === b.from && a.until === b.until;

function lineOf({ aliases, names, card }: Term, name: string): number {
  const alias = aliases.indexOf(name);
  const dated = names.findIndex(other => other.name === name);
  return alias >= 0 ? card.line('aliases', alias) : dated >= 0 ? card.line('names', dated) : card.line('term');
}

interface Problem {
  readonly rule: string;
  readonly saying: Saying;
}

const warn = ({ file }: Term, line: number, { rule, saying }: Problem): VFileMessage =>
  warningAt({ file, line, rule }, ...saying);
