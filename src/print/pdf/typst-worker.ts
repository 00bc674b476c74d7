/** Typesets Typst sources in a process of its own, one after the other, each as PDF/A-3a and as PDF/UA-1. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { say } from '@tsuzuri/core/wording';
import type { Landing } from './finish-pdf.ts';

/** A source, and the files that it reads by their paths: `read("/0")`. */
export interface TypstInput {
  readonly source: string;
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
}

/** The same document twice, and where its places are; PDF/UA-1 is a gate as well: it refuses a missing glyph, a gap in the headings. */
export interface TypesetPdf {
  readonly archive: Uint8Array;
  readonly accessible: Uint8Array;
  readonly landings: readonly Landing[];
}

export interface TypstWorker {
  /** @throws Error with what Typst says when it refuses the source. */
  readonly typeset: (input: TypstInput) => Promise<TypesetPdf>;
  readonly close: () => void;
}

/** As text, so that it runs the same from `src` and from `dist`. Between two books nothing is kept but the fonts. */
const TYPESET = `
  const { readFileSync } = require('node:fs');
  const [typst, workspace, ...fonts] = process.argv.slice(1);
  const { NodeCompiler } = require(typst);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(file => readFileSync(file)) }] });

  function print({ source, files }) {
    for (const [path, content] of files) compiler.mapShadow(workspace + path, Buffer.from(content));
    const outcome = compiler.compile({ mainFileContent: source });
    if (!outcome.result) throw new Error(JSON.stringify(outcome.takeError()?.shortDiagnostics));
    compiler.evictCache(0);
    const [accessible, archive] = ['ua-1', 'a-3a'].map(pdfStandard => compiler.pdf(outcome.result, { pdfStandard }));
    const [landings = []] = compiler.query(outcome.result, { selector: '<places>', field: 'value' });
    return { accessible, archive, landings };
  }

  process.on('disconnect', () => process.exit());
  process.on('message', input => {
    try {
      process.send(print(input));
    } catch (error) {
      process.send({ error: error.message });
    } finally {
      compiler.resetShadow();
      compiler.evictCache(0);
    }
  });
`;

/** No such folder: Typst can read only the files that it is given. */
const WORKSPACE = resolve('/tsuzuri-has-no-such-folder');

/**
 * A process, not a thread: what Typst holds (some 2.4 MB a page) is given back when it ends, two of them keep caches of
 * their own, and a crash of native code ends a book, not the program.
 * @param fonts files
 * @param threads on which Typst may work: two workers with all cores each slow each other down (15 % of 50 documents)
 */
export function startTypstWorker(fonts: readonly string[], threads = availableParallelism()): TypstWorker {
  const typst = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
  const child = spawn(process.execPath, ['--eval', TYPESET, '--', typst, WORKSPACE, ...fonts], {
    env: { ...process.env, RAYON_NUM_THREADS: String(threads) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  // Typst hears of nothing while it sets a book.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let errors = '';
  child.stderr?.on('data', chunk => {
    errors = `${errors}${chunk}`.slice(-500);
  });
  const ended = new Promise<never>((_, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) =>
      fail(new Error(say('print.typstStopped', { code: String(signal ?? code), errors: errors.trim() }))),
    );
  });
  ended.catch(() => {}); // reported by the book that waits for it, if one does
  return {
    typeset: async input => {
      child.send(input, () => {}); // to a process that has ended: `ended` rejects
      const [answer] = (await Promise.race([once(child, 'message'), ended])) as [TypesetPdf | { error: string }];
      if ('error' in answer) throw new Error(answer.error);
      return answer;
    },
    close: () => void child.kill(),
  };
}
