/** Files of 23 KB out of the scans, and glossaries of any size, for the benches of linking. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Term } from '@tsuzuri/core/card';
import { card, TERMS } from '../link/terms.ts';

const BYTES = 23_000;
export const TERM_COUNTS = [15, 150, 1500, 15_000] as const;

/** The terms of the scans that are named most, so that every size finds the same mentions. */
const NAMED =
  'malware practice ci asean nisc digital-agency proactive npa tokyo2020 sgst daedalus it-failure isc jasper dx'.split(
    ' ',
  );

/** How names begin that stand nowhere, サイバーセキュリティ第12号計画: the search goes some way before it gives up. */
const HEADS =
  'サイバーセキュリティ 情報セキュリティ 重要インフラ サイバー攻撃 日・ASEAN NIS マルウェ 行動 セキュリティ'.split(' ');

/** Makes file after file, the same for the same number and no two alike, so that none need be kept. */
export function pageMaker(): (index: number) => string {
  const lines = readdirSync('seeds')
    .filter(file => file.endsWith('.txt'))
    .flatMap(file => readFileSync(`seeds/${file}`, 'utf8').split(/\r?\n/))
    .filter(line => line.trim() !== '');
  return index => {
    // Beyond as many files as there are lines they would come again, were the lines not taken in another order.
    const step = 1 + Math.floor(index / lines.length);
    const page: string[] = [];
    for (let size = 0, at = index * 37; size < BYTES; at += step) {
      const line = lines[at % lines.length] ?? '';
      page.push(line);
      size += Buffer.byteLength(line) + 2;
    }
    return page.join('\n\n');
  };
}

export function glossaryOf(size: number): Term[] {
  const invented = Array.from({ length: size - NAMED.length }, (_, index) =>
    card(`x${index}`, `term: ${HEADS[index % HEADS.length]}第${index}号計画\ncategory: document`),
  );
  return [...TERMS.filter(({ id }) => NAMED.includes(id)), ...invented];
}
