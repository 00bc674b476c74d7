/** Undoes every ledger of a folder and compares with the scan's sha256. */
import { styleText } from 'node:util';
import { holds, type Ledger } from '@tsuzuri/convert/ledger';
import { each, startBatch } from '@tsuzuri/core/batch';
import { type CommandBody, json, QUIET } from '@tsuzuri/core/command';
import { findInputs, type Input } from '@tsuzuri/core/inputs';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';

interface VerifyOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const verify: CommandBody<VerifyOptions> = {
  arguments: [['<files...>', () => say('cli.verify.files')]],
  options: [['--json', () => say('cli.verify.json')], QUIET],
  examples: ['tsuzuri verify build/ledger', 'tsuzuri verify out --json'],
  run: async (words, options, tell) => {
    const batch = startBatch(await findInputs(words, { endings: ['.ledger.json'] }), tell);
    const proven: Proof[] = [];
    for await (const proof of each(batch, prove)) proven.push(proof);
    const code = proven.length === 0 ? 2 : proven.every(({ holds }) => holds) && batch.failed.length === 0 ? 0 : 1;
    if (options.json) return { lines: [json(proven)], code };
    return { lines: proven.filter(({ holds }) => !holds || !options.quiet).map(lineOf), code };
  },
};

interface Proof {
  /** Below the folder that was given: `2024/a.ledger.json` */
  readonly ledger: string;
  readonly holds: boolean;
  /** Of the scan, where its bytes cannot be made of its text: then the text alone is compared. */
  readonly format?: string | undefined;
}

/** @throws VFileMessage where it is no ledger */
async function prove({ path, name, read }: Input): Promise<Proof> {
  const bytes = await read();
  try {
    const ledger = JSON.parse(Buffer.from(bytes).toString()) as Ledger;
    return { ledger: name, holds: holds(ledger), format: ledger.scan.format };
  } catch (error) {
    throw errorAt(path, undefined, ...say('cli.verify.noLedger', { said: (error as Error).message }));
  }
}

function lineOf({ ledger, holds, format }: Proof): string {
  const verdict = styleText(holds ? 'green' : 'red', say(holds ? 'cli.verify.holds' : 'cli.verify.fails'), {
    stream: process.stdout,
  });
  return `${verdict}  ${ledger}${format === undefined ? '' : say('cli.verify.format', { format })}`;
}
