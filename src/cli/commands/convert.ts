/** Converts scans of any folder to Markdown, each with its ledger. */
import { basename, join } from 'node:path';
import { linkingWith } from '@tsuzuri/book/links';
import { convertSeed, readTerms, toolsIn } from '@tsuzuri/book/load';
import { writeLedger } from '@tsuzuri/convert/ledger';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Tools } from '@tsuzuri/convert/pipeline';
import { errorAt } from '@tsuzuri/core/messages';
import { inOwnWords } from '@tsuzuri/core/wording';
import { createMatcher } from '@tsuzuri/link/matcher';
import { addFiles } from '@tsuzuri/print/files';
import { type CommandBody, fine, needFolder } from '../command.ts';

interface ConvertOptions {
  readonly out: string;
  readonly glossary?: string;
}

export const convert: CommandBody<ConvertOptions> = {
  arguments: [['<files...>', 'scans, each a text file in UTF-8, UTF-16, Shift_JIS or EUC-JP']],
  required: [['--out <folder>', 'folder for NAME.md and NAME.ledger.json of each scan']],
  options: [['--glossary <folder>', 'folder of term cards to link to']],
  examples: [
    'tsuzuri convert minutes/*.txt --out out',
    'tsuzuri convert minutes/*.txt --out out --glossary docs/glossary',
  ],
  run: async (files, { out, glossary }, { progress }) => {
    const tools = await toolsFor(glossary);
    const written = new Map<string, string>();
    for (const path of files) {
      progress(`変換: ${path}`);
      const name = basename(path).replace(/\.[^.]*$/, '');
      if (written.has(`${name}.md`))
        throw errorAt(
          path,
          undefined,
          inOwnWords(`「${name}」という名前のファイルが二つあります`),
          inOwnWords('名前を変えるか、別々に変換してください'),
        );
      const { file, ledger } = await convertSeed(path, tools);
      written.set(`${name}.md`, String(file)).set(`${name}.ledger.json`, writeLedger(ledger));
    }
    addFiles(out, written);
    return fine(...[...written.keys()].map(path => join(out, path)));
  },
};

/** The tools of the folder that the person stands in, with the glossary of a folder. */
export async function toolsFor(glossary: string | undefined): Promise<Tools> {
  const tools = await toolsIn(process.cwd(), await loadAnalyzer());
  if (glossary === undefined) return tools;
  return { ...tools, glossary: linkingWith(createMatcher(readTerms(needFolder(glossary)))) };
}
