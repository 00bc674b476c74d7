/** Reviews what people wrote in a project: everything that a pull request must pass. */
import type { VFileMessage } from 'vfile-message';
import { checkGlossary } from './6-link/check.ts';
import { discoverTerms } from './6-link/discover.ts';
import { checkLinks, type HandWritten } from './9-review/links.ts';
import { type Book, bindBook } from './bind.ts';
import { remark } from './complaint.ts';
import type { Words } from './words.ts';

/** What is wrong with a project, by file and line; what stops publishing stands among it. */
export async function reviewProject(root: string, words: Promise<Words>): Promise<VFileMessage[]> {
  const book = await bindBook(root, await words);
  const found = [
    ...book.faults,
    ...checkGlossary(book),
    ...checkLinks(handWritten(book), book),
    ...undefinedTerms(book),
  ];
  return found.toSorted(byPlace);
}

/** Bodies of entries, rules and pages. */
const handWritten = ({ written }: Book): HandWritten[] =>
  written.map(({ card: { file, bodyLine }, body }) => ({
    file,
    path: file.replace(/^docs\/|\.md$/g, ''),
    bodyLine,
    body,
  }));

/** Terms that a document defines in passing and no entry explains; an entry is a choice, so this stops nobody. */
function undefinedTerms({ pages, terms }: Book): VFileMessage[] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return discoverTerms(minutes, terms).map(({ term, count, places, expansions: [first] }) => {
    const file = `seeds/${(first ?? places[0])?.page.replace('minutes/', '')}.txt`;
    const meant = first ? `（${first.text}）` : '';
    const remedy = '項目を作るなら、用語の提案をするか、docs/glossary/ にファイルを足してください';
    return remark(file, 'undefined-term', `「${term}」${meant}は${count}か所に出てきますが、項目がありません`, remedy);
  });
}

const byPlace = (a: VFileMessage, b: VFileMessage): number =>
  compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0);
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
