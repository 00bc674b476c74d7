/** Searches a built site as its readers do, with the same program and the same index. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { type CommandBody, json, usage } from '@tsuzuri/core/command';
import { themeLabelsIn } from '@tsuzuri/core/labels';
import { errorAt } from '@tsuzuri/core/messages';
import { urlOf } from '@tsuzuri/core/urls';
import { language, say } from '@tsuzuri/core/wording';
import { openSearch } from '@tsuzuri/search/query';
import { countOf, messageOf } from '@tsuzuri/search/shared/messages';
import type { Answer, FoundDocument, Hit, Search } from '@tsuzuri/search/shared/result';

interface SearchOptions {
  readonly site: string;
  readonly limit: string;
  readonly json?: boolean;
}

export const search: CommandBody<SearchOptions> = {
  arguments: [['<words...>', () => say('cli.search.words')]],
  options: [
    ['--site <folder>', () => say('cli.search.site')],
    ['--limit <count>', () => say('cli.search.limit')],
    ['--json', () => say('cli.search.json')],
  ],
  examples: ['tsuzuri search 重要インフラ 年:2013', 'tsuzuri search "東京大会で何が起きた" --json'],
  notes: () => say('cli.search.notes'),
  run: async (words, { site = 'build/site', limit = '20', json: asJson }) => {
    if (!/^[1-9]\d{0,3}$/.test(limit)) throw usage(say('cli.search.noLimit', { limit }), 'search');
    const query = words.join(' ');
    const answer = await ask(openSearch(readerOf(site)), { query, limit: Number(limit), site });
    const code = answer.count > 0 ? 0 : 1;
    return { lines: asJson ? [json(answer)] : linesOf(answer, query), code };
  },
};

/** @throws VFileMessage where no site was built there */
function readerOf(site: string): (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined> {
  const folder = join(site, 'search');
  if (!existsSync(join(folder, 'index.json'))) throw errorAt(folder, undefined, ...say('cli.search.noIndex'));
  return async path => {
    const file = join(folder, path);
    return existsSync(file) ? new Uint8Array(await readFile(file)) : undefined;
  };
}

interface Question {
  readonly query: string;
  readonly limit: number;
  readonly site: string;
}

/** @throws VFileMessage where the index is of another version of tsuzuri */
async function ask({ ask }: Search, { query, limit, site }: Question): Promise<Answer> {
  try {
    return await ask(query, limit);
  } catch {
    throw errorAt(join(site, 'search'), undefined, ...say('cli.search.otherIndex'));
  }
}

function linesOf(answer: Answer, query: string): string[] {
  const label = themeLabelsIn(language());
  const notes = answer.notes.map(note => messageOf(note, query, label).text);
  const near = answer.nearest.map(({ path, title }) => `  ${title}  ${urlOf(path)}`);
  return [
    answer.count > 0 ? countOf(answer, label) : label('theme.notFound', { query: label('quoted', { words: query }) }),
    ...notes,
    ...(near.length > 0 ? [label('theme.nearestTerms'), ...near] : []),
    ...answer.documents.flatMap(document => [
      '',
      headOf(document),
      ...document.hits.flatMap(hit => lineOf(document, hit)),
    ]),
  ];
}

const headOf = ({ title, date, path }: FoundDocument): string =>
  [styleText('bold', title, { stream: process.stdout }), date, urlOf(path)].filter(Boolean).join('  ');

/** Nothing of a place that only the title names. */
function lineOf({ path }: FoundDocument, { anchor, under, heading, who, sentence, marks }: Hit): string[] {
  if (sentence === '' && heading === undefined) return [];
  const place = [under, [heading, who].filter(Boolean).join(' ')].filter(Boolean).join(' › ');
  const address = anchor === undefined ? urlOf(path) : `${urlOf(path)}#${anchor}`;
  return [`  ${[address, place, marked(sentence, marks)].filter(Boolean).join('  ')}`];
}

const marked = (sentence: string, marks: Hit['marks']): string =>
  marks.reduceRight(
    (text, [from, to]) =>
      text.slice(0, from) + styleText('inverse', text.slice(from, to), { stream: process.stdout }) + text.slice(to),
    sentence,
  );
