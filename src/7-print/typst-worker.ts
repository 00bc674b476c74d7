/** Typesets Typst sources in a thread of its own, one after the other, each as PDF/A-3a and as PDF/UA-1. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A source, and the files that it reads by their paths: `read("/0")`. */
export interface Sheets {
  readonly source: string;
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
}

/** The same document twice; PDF/UA-1 is a gate as well: it refuses a missing glyph, a gap in the headings. */
export interface Printed {
  readonly archive: Uint8Array;
  readonly accessible: Uint8Array;
}

export interface Press {
  /** @throws Error with what Typst says when it refuses the source. */
  readonly print: (sheets: Sheets) => Promise<Printed>;
  readonly close: () => Promise<void>;
}

/** As text, so that it runs the same from `src` and from `dist`. Between two books nothing is kept but the fonts. */
const TYPESET = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { NodeCompiler } = require(workerData.typst);
  const { workspace } = workerData;
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: workerData.fonts.map(font => Buffer.from(font.buffer, font.byteOffset, font.length)) }] });
  delete workerData.fonts; // Typst has a copy of its own

  function print({ source, files }) {
    for (const [path, content] of files) compiler.mapShadow(workspace + path, Buffer.from(content));
    const outcome = compiler.compile({ mainFileContent: source });
    if (!outcome.result) throw new Error(JSON.stringify(outcome.takeError()?.shortDiagnostics));
    compiler.evictCache(0); // some 20 MB of a book of 160 pages, before the exports ask for as much
    const [accessible, archive] = ['ua-1', 'a-3a'].map(pdfStandard => new Uint8Array(compiler.pdf(outcome.result, { pdfStandard })));
    return { accessible, archive };
  }

  parentPort.on('message', sheets => {
    try {
      const printed = print(sheets);
      parentPort.postMessage(printed, Object.values(printed).map(({ buffer }) => buffer));
    } catch (error) {
      parentPort.postMessage({ refusal: error.message });
    } finally {
      compiler.resetShadow();
      compiler.evictCache(0);
    }
  });
`;

/** Nothing stands there: Typst can read no file but those it is given. */
const WORKSPACE = resolve('/tsuzuri-has-no-such-folder');

/** @param fonts are given away: the thread has the only copy then. */
export function startPress(fonts: readonly Uint8Array[]): Press {
  const typst = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
  const worker = new Worker(TYPESET, {
    eval: true,
    workerData: { typst, fonts, workspace: WORKSPACE },
    transferList: fonts.map(({ buffer }) => buffer as ArrayBuffer),
  });
  const failed = new Promise<never>((_, fail) => {
    worker.on('error', fail);
    worker.on('exit', code => fail(new Error(`Typst が途中で止まりました(${code})`)));
  });
  failed.catch(() => {}); // said by the book that waits for it, if one does
  return {
    print: async sheets => {
      worker.postMessage(sheets);
      const [answer] = (await Promise.race([once(worker, 'message'), failed])) as [Printed | { refusal: string }];
      if ('refusal' in answer) throw new Error(answer.refusal);
      return answer;
    },
    close: async () => void (await worker.terminate()),
  };
}
