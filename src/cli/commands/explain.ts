/** Says why each character of a scan was changed, or only doubted. */
import { convertSeed } from '@tsuzuri/book/load';
import { describe } from '@tsuzuri/core/messages';
import { type CommandBody, fine } from '../command.ts';
import { toolsFor } from './convert.ts';

/** `minutes/a.txt:12` → `minutes/a.txt`, `12` */
const FILE_AND_LINE = /^(.*?)(?::(\d+))?$/;

export const explain: CommandBody = {
  arguments: [['<file>', 'a scan, or one of its lines: minutes/a.txt:12']],
  examples: ['tsuzuri explain minutes/a.txt', 'tsuzuri explain minutes/a.txt:12'],
  run: async ([target = '']) => {
    const [, path = target, line] = FILE_AND_LINE.exec(target) ?? [];
    const { file, ledger } = await convertSeed(path, await toolsFor(undefined));
    const messages = file.messages.filter(message => line === undefined || message.line === Number(line));
    const [done, asked] = [undefined, false].map(fatal => messages.filter(message => message.fatal === fatal).length);
    return fine(
      ...messages.map(message => describe(message, path)),
      `${ledger.scan.file}: ${done}か所を直し、${asked}か所を疑いとして残しました`,
    );
  },
};
