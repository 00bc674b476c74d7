/** Checks a glossary as a whole: names that two entries claim, periods that overlap, what is missing. */

import type { Mention } from '@tsuzuri/core/book';
import type { DatedName, Term } from '@tsuzuri/core/card';
import { warningAt } from '@tsuzuri/core/messages';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import { quoteWords, type Saying, say } from '@tsuzuri/core/wording';
import { overlapInTime } from '@tsuzuri/link/dated-names';
import { discoverTerms } from '@tsuzuri/link/term-extraction';
import type { VFileMessage } from 'vfile-message';
import type { Check, Finding } from './check.ts';

export const glossaryCheck: Check = { id: 'glossary', level: 'warning', run: ({ book }) => checkGlossary(book) };

/** Terms that a document defines in passing and no entry explains; an entry is a choice, so this is a note. */
export const undefinedTerms: Check = {
  id: 'undefined-term',
  level: 'note',
  run: ({ book: { pages, terms, converted } }) => {
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
}

/** In the order in which a card is read; each points into its card. */
const TERM_CHECKS: readonly TermCheck[] = [
  sharedNames,
  shadowedNames,
  overlappingPeriods,
  deadRelations,
  missing,
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

function deadRelations(term: Term, { terms }: Glossary): (VFileMessage | undefined)[] {
  return term.see.map((id, index) =>
    terms.some(other => other.id === id)
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

function unmentioned(term: Term, { mentions }: Glossary): (VFileMessage | undefined)[] {
  if ((mentions.get(term.id)?.length ?? 0) > 0) return [];
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
