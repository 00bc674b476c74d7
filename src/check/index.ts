/** Reviews what people wrote in a project: everything that a pull request must pass. */

import { type Book, buildBook } from '@tsuzuri/book/build-book';
import type { Project } from '@tsuzuri/book/project';
import { readSources, type Source, type Sources } from '@tsuzuri/book/sources';
import { correctionNotes } from '@tsuzuri/convert/4-correct/corrections';
import { applySure, type Rule } from '@tsuzuri/convert/4-correct/rules';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { splitCard, type Term } from '@tsuzuri/core/card';
import { noteAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import { discoverTerms } from '@tsuzuri/link/term-extraction';
import type { VFileMessage } from 'vfile-message';
import { checkGlossary } from './glossary.ts';
import { checkLetters, type LetteredName } from './homoglyphs.ts';
import { checkLinks } from './links.ts';
import { memoryFile, type ProseText } from './prose.ts';
import { startBeside } from './worker-pool.ts';

/** What is wrong with a project, by file and line; what stops publishing stands among it. Writes nothing that is published. */
export async function checkProject(project: Project): Promise<VFileMessage[]> {
  const sources = readSources(project);
  const beside = startBeside({
    texts: sources.terms.flatMap(bodyOf),
    others: [...sources.rules, ...sources.texts].flatMap(bodyOf),
    settings: project.config.check?.prose ?? {},
    memory: memoryFile(project.root),
  });
  const book = await buildBook(project, await loadAnalyzer(), { sources });
  const { findings, links } = await beside;
  const found = [
    ...book.errors,
    ...notesOf(book, sources),
    ...checkGlossary(book),
    ...checkLinks(links, book),
    ...checkLetters(textsOf(sources), namesOf(book), name => mend(name, book.rules)),
    ...undefinedTerms(book),
    ...findings,
  ];
  return found.toSorted(byPlace);
}

const byPlace = (a: VFileMessage, b: VFileMessage): number =>
  compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0);
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Nothing of a card whose front matter is not closed: that is said when it is read. */
function bodyOf({ file, text }: Source): ProseText[] {
  try {
    const { body, bodyLine } = splitCard(file, text);
    return [{ file, body, bodyLine }];
  } catch {
    return [];
  }
}

/** What the front matter says that nobody understands, where it can be used all the same. */
const notesOf = ({ cards }: Book, { known }: Sources): VFileMessage[] => [
  ...cards.flatMap(({ card }) => card.notes),
  // What makes a file unreadable is said when its scan is converted.
  ...known.flatMap(({ file, text }) => readSafely(file, () => correctionNotes(file, text)).read.flat()),
];

const textsOf = ({ terms, rules, texts, known, redirects }: Sources): Source[] => [
  ...terms,
  ...rules,
  ...texts,
  ...known,
  ...(redirects ? [redirects] : []),
];

const namesOf = ({ terms }: Book): LetteredName[] =>
  terms.flatMap(({ id, file, term, aliases, names, card }: Term) => [
    { id, file, name: term, line: () => card.line('term') },
    ...aliases.map((name, index) => ({ id, file, name, line: () => card.line('aliases', index) })),
    ...names.map(({ name }, index) => ({ id, file, name, line: () => card.line('names', index) })),
  ]);

/** What the rules would make of a name if it stood in a scan. */
const mend = (name: string, rules: readonly Rule[]): string =>
  rules.filter(({ doubt }) => !doubt).reduce((text, rule) => applySure(text, rule.find(text, text)), name);

/** Terms that a document defines in passing and no entry explains; an entry is a choice, so this stops nobody. */
function undefinedTerms({ pages, terms, converted }: Book): VFileMessage[] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return discoverTerms(minutes, terms).map(({ term, count, places, expansions: [first] }) => {
    const name = nameOfMinutes((first ?? places[0])?.page ?? '');
    const file = `seeds/${converted.get(name)?.ledger.scan.file}`;
    const meant = first ? `（${first.text}）` : '';
    const remedy = '項目を作るなら、用語の提案をするか、docs/glossary/ にファイルを足してください';
    return noteAt(file, 'undefined-term', `「${term}」${meant}は${count}か所に出てきますが、項目がありません`, remedy);
  });
}
