/** Measures the engine on an invented book: what the index costs, what a query costs, whether the answers are true. */
import { readFileSync } from 'node:fs';
import { openSearch } from '@tsuzuri/search/query';
import type { Answer } from '@tsuzuri/search/shared/result';
import { type BuildCost, inventedPages, type Order, passagesOfPage } from './invented-index.ts';
import { spread } from './judge.ts';
import { SHOWN } from './ours.ts';
import { countingReader } from './reader.ts';
import { alike, type ScaleQuery, scaleQueries, searchedText } from './scale-queries.ts';

interface Asked {
  readonly query: ScaleQuery;
  readonly bytes: number;
  readonly files: number;
  readonly cold: number;
  readonly warm: number;
  readonly answer: Answer;
  readonly lies: readonly string[];
}

export async function measureQueries(order: Order): Promise<Asked[]> {
  const texts = new Map<string, string>();
  for (const page of inventedPages(order))
    for (const passage of passagesOfPage(page))
      texts.set(`${passage.head.path}#${passage.anchor ?? ''}`, searchedText(passage));
  const asked: Asked[] = [];
  for (const query of scaleQueries([...texts.values()])) asked.push(await measureQuery(query, order.folder, texts));
  return asked;
}

async function measureQuery(query: ScaleQuery, folder: string, texts: ReadonlyMap<string, string>): Promise<Asked> {
  const { read, readIndex } = countingReader(folder);
  const started = performance.now();
  const search = openSearch(readIndex);
  const answer = await search.ask(query.words.join(' '), SHOWN);
  const cold = performance.now() - started;
  const { bytes, files } = read;
  const again = performance.now();
  await search.ask(query.words.join(' '), SHOWN);
  const warm = performance.now() - again;
  return { query, bytes, files, cold, warm, answer, lies: liesOf(answer, query, texts) };
}

const hitsOf = ({ documents }: Answer): string[] =>
  documents.flatMap(({ path, hits }) => hits.map(({ anchor }) => `${path}#${anchor ?? ''}`));

/** What an answer says that is not so. */
function liesOf(answer: Answer, { words, count }: ScaleQuery, texts: ReadonlyMap<string, string>): string[] {
  // One letter may be wrong where nothing was found: such an answer says so, and claims no more.
  if (answer.notes.some(({ kind }) => kind === 'near'))
    return count === 0 ? [] : [`found only what is near, not ${count}`];
  const hits = hitsOf(answer);
  const wrong = hits.filter(hit => !words.every(word => texts.get(hit)?.includes(alike(word))));
  return [
    ...(answer.isExact && answer.count !== count ? [`says ${answer.count}, there are ${count}`] : []),
    ...(answer.isExact || answer.count >= count ? [] : [`says at most ${answer.count}, there are ${count}`]),
    ...(hits.length < Math.min(SHOWN, count) && !answer.hasMore ? [`shows ${hits.length} of ${count}, says all`] : []),
    ...(hits.length === 0 && count > 0 ? [`shows nothing of ${count}`] : []),
    ...(new Set(hits).size < hits.length ? ['shows one place twice'] : []),
    ...wrong.map(hit => `${hit} does not hold it`),
  ];
}

const KINDS: readonly ScaleQuery['kind'][] = ['taken', 'frequent', 'absent', 'and'];

export function printQueries(asked: readonly Asked[]): void {
  console.log(
    '                queries   bytes of index, cold          files   ms cold              ms warm            true',
  );
  console.log(
    '                          median     p95      max      median   median   p95   max   median   p95   max',
  );
  for (const kind of [...KINDS, undefined]) {
    const ours = asked.filter(({ query }) => !kind || query.kind === kind);
    const of = (number: (one: Asked) => number) => spread(ours.map(number));
    const [bytes, files, cold, warm] = [of(a => a.bytes), of(a => a.files), of(a => a.cold), of(a => a.warm)];
    const kilobytes = Object.values(bytes).map(value => `${(value / 1000).toFixed(1)}k`.padStart(9));
    const times = [cold, warm].map(({ median, p95, most }) =>
      [median, p95, most].map(value => value.toFixed(1).padStart(7)).join(''),
    );
    const isTrue = `${ours.filter(({ lies }) => lies.length === 0).length} of ${ours.length}`;
    console.log(
      `${(kind ?? 'all').padEnd(16)}${String(ours.length).padStart(6)} ${kilobytes.join('')}${String(files.median).padStart(9)} ${times.join(' ')}  ${isTrue}`,
    );
  }
  const some = asked.filter(({ query }) => query.count > 0);
  const supposed = some.filter(({ answer }) => !answer.isExact);
  const times = spread(supposed.map(({ answer, query }) => answer.count / query.count));
  const few = some.filter(({ answer, query }) => hitsOf(answer).length < Math.min(SHOWN, query.count)).length;
  console.log(
    `${some.length} of these have an answer, ${some.length - supposed.length} with a proven count; the others say at most ${times.median.toFixed(2)} times what there is (median; ${times.most.toFixed(1)} at most). ${few} show fewer than ${SHOWN} although there are more`,
  );
  const dearest = asked.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
  console.log(
    `the dearest: ${dearest.map(({ query, bytes }) => `${query.words.join(' ')} ${Math.round(bytes / 1000)} kB`).join(', ')}`,
  );
  for (const { query, lies } of asked.filter(({ lies }) => lies.length > 0).slice(0, 20))
    console.log(`    ${query.kind} ${query.words.join(' ')}: ${lies.slice(0, 3).join('; ')}`);
}

export function printBuild(order: Order, cost: BuildCost): void {
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const texts = JSON.parse(readFileSync(order.texts, 'utf8')) as string[];
  console.log(
    `${order.pages} invented pages out of ${texts.length} real texts: ${cost.passages} passages, ${(cost.letters / 1e6).toFixed(1)} million letters`,
  );
  console.log(
    `index: ${cost.indexSeconds.toFixed(1)} s, readings before it ${cost.readingSeconds.toFixed(1)} s, writing it ${cost.writeSeconds.toFixed(1)} s; ${cost.megabytes.toFixed(0)} MB of cache with the book in it; ${cost.files} files, ${megabytes(cost.bytes)}, ${(cost.bytes / cost.letters).toFixed(2)} bytes a letter`,
  );
}
