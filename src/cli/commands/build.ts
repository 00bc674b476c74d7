/** Builds `build/` from a project: site, linked Markdown, ledgers and, where asked for, the books. */
import { join } from 'node:path';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { addFiles } from '@tsuzuri/print/files';
import { bookFiles, summary, writeBook } from '@tsuzuri/print/printers';
import { siteAddress } from '@tsuzuri/print/site';
import { type CommandBody, fine } from '../command.ts';
import { formatsOf, printBooks } from '../print-books.ts';
import { buildSoundBook, currentProject } from '../project.ts';

interface BuildOptions {
  readonly pdf?: boolean;
  readonly epub?: boolean;
  readonly offline?: boolean;
  readonly base?: string;
}

export const build: CommandBody<BuildOptions> = {
  options: [
    ['--pdf', 'print the PDFs too (build/tsuzuri.pdf, build/pdf/*.pdf)'],
    ['--epub', 'print the e-book too (build/tsuzuri.epub)'],
    ['--offline', 'copy the site so that it opens without a server (build/offline)'],
    ['--base <path>', 'path of the site on its host: /minutes/'],
  ],
  examples: ['tsuzuri build', 'tsuzuri build --pdf --epub', 'tsuzuri build --base /minutes/'],
  run: async (_, options, tell) => {
    const project = await currentProject();
    const { root } = project;
    const { base } = siteAddress(project, options.base);
    const book = await buildSoundBook(project, tell);
    writeBook(root, book, await loadAnalyzer());
    const formats = formatsOf(options);
    if (formats.size > 0) await printBooks(project, { book, formats }, tell);
    tell.progress('サイトを作っています');
    const { printSite } = await import('@tsuzuri/print/site');
    await printSite(project, { base });
    addFiles(join(root, 'build/site'), bookFiles(join(root, 'build')));
    if (options.offline) await goOffline(root, base);
    return fine(...summary(book, formats, options.offline));
  },
};

async function goOffline(root: string, base: string): Promise<void> {
  const { copyOffline } = await import('@tsuzuri/print/site/offline');
  copyOffline(join(root, 'build/site'), { folder: join(root, 'build/offline'), base });
}
