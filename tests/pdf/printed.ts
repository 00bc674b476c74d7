/** Prints the books of the five scans once for all tests that read them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBook } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Page } from '@tsuzuri/core/book';
import { partsOf, pdfPath, type Volume, volumesOf } from '@tsuzuri/print/volume';
import { once } from '../once.ts';
import { copyProject } from '../project.ts';
import { PROJECT, ROOT } from '../seeds.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';

export interface PrintedBook {
  /** `tsuzuri`, `2012-11-01-isc-31` */
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of what it is printed, but for what the printer makes itself. */
  readonly pages: readonly Page[];
}

/** What is printed: the whole, then each document. */
export const printedVolumes = (): Promise<Volume[]> =>
  once('volumes', async () => volumesOf(await buildBook(PROJECT, await loadAnalyzer())));

/** The PDFs. */
export async function printedBooks(): Promise<PrintedBook[]> {
  const home = await printedHome();
  return (await printedVolumes()).map(volume => {
    const file = join(home, 'build', pdfPath(volume));
    const pages = Object.values(partsOf(volume)).flat();
    return { name: volume.name, title: volume.title, file, bytes: new Uint8Array(readFileSync(file)), pages };
  });
}

/** A PDF as pdf.js reads it, by the name of its volume. */
export const readBook = ({ name, bytes }: PrintedBook): Promise<ReadPdf> => once(`read-${name}`, () => readPdf(bytes));

/** Copies the project into the folder of the run; the books stand in its `build`. */
export const printedHome = (): Promise<string> =>
  once('printed', async () => {
    const home = newHome('tokyo');
    await printAs(home, { TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C', ...NO_FONTS });
    return home;
  });

const NO_FONTS = { FONTCONFIG_FILE: '/dev/null', FONTCONFIG_PATH: '/dev/null' };

/** What people write, not the folder `build`: the tests of the site need that one. */
export function newHome(name: string): string {
  const folder = mkdtempSync(join(process.env.TSUZURI_RUN as string, `${name}-`));
  return copyProject(folder);
}

/** `tsuzuri pdf` of the edition of 2026-11-22, with no variables but these. */
export async function printAs(home: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/bin/tsuzuri.js'), 'pdf'], {
    cwd: home,
    env: { PATH, SystemRoot, HOME: home, SOURCE_DATE_EPOCH: '1795305600', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += chunk;
  });
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`${code}: ${errors}`);
}
