/** Finds the project that the person stands in, and builds its book. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Book, type BuildOptions, buildBook } from '@tsuzuri/book/build-book';
import { loadProject, type Project } from '@tsuzuri/book/project';
import { readSources } from '@tsuzuri/book/sources';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Tell } from '@tsuzuri/core/command';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';

/** @throws VFileMessage where the current folder is no project, or its configuration cannot be used */
export async function currentProject(): Promise<Project> {
  const root = process.cwd();
  if (!existsSync(join(root, 'seeds'))) throw errorAt(join(root, 'seeds'), undefined, ...say('cli.noProject'));
  return loadProject(root);
}

export async function buildWhole(project: Project, options: BuildOptions, { progress }: Tell): Promise<Book> {
  progress(say('cli.readingDictionary'));
  const { sources = readSources(project) } = options;
  let at = 0;
  const tellScan = (name: string): void => progress(say('cli.converting', { name }), [++at, sources.scans.size]);
  return buildBook(project, await loadAnalyzer(), { progress: tellScan, ...options, sources });
}

/** @throws VFileMessage where the book cannot be published, with everything that is wrong */
export async function buildSoundBook(project: Project, tell: Tell): Promise<{ book: Book; analyzer: Analyzer }> {
  const book = await buildWhole(project, {}, tell);
  throwAll(book.errors);
  return { book, analyzer: await loadAnalyzer() };
}
