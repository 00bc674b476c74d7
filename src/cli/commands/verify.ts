/** Undoes every ledger of a folder and compares with the scan's sha256. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, type Ledger } from '@tsuzuri/convert/ledger';
import { errorAt } from '@tsuzuri/core/messages';
import { type CommandBody, needFolder } from '../command.ts';

export const verify: CommandBody = {
  arguments: [['<folder>', 'folder with NAME.ledger.json files, also in folders, as convert and build write them']],
  examples: ['tsuzuri verify build/ledger', 'tsuzuri verify out'],
  run: async ([folder = '']) => {
    const names = readdirSync(needFolder(folder), { recursive: true, encoding: 'utf8' })
      .map(name => name.replaceAll('\\', '/'))
      .filter(name => name.endsWith('.ledger.json'))
      .toSorted();
    if (names.length === 0)
      throw errorAt(
        folder,
        undefined,
        '*.ledger.json がありません',
        'tsuzuri convert か build の出力先を指定してください',
      );
    const proven = names.map(name => ({ name, ...prove(join(folder, name)) }));
    const lines = proven.map(({ name, isProven, said }) => `${isProven ? '一致' : '不一致'}  ${name}${said}`);
    return { lines, code: proven.every(({ isProven }) => isProven) ? 0 : 1 };
  },
};

function prove(path: string): { isProven: boolean; said: string } {
  try {
    const ledger = JSON.parse(readFileSync(path, 'utf8')) as Ledger;
    const { format } = ledger.scan;
    return { isProven: holds(ledger), said: format === undefined ? '' : `（${format} から読み取った文字だけを照合）` };
  } catch (error) {
    throw errorAt(
      path,
      undefined,
      `帳簿として読めません: ${(error as Error).message}`,
      'tsuzuri convert でもう一度作ってください',
    );
  }
}
