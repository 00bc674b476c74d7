/** Gives each run of the tests a name, so that what is costly to make is made once in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests find the folder of their run in TSUZURI_RUN. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-run-'));
  process.env.TSUZURI_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
