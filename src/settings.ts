/** Reads what the package.json of a project says to tsuzuri. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Settings {
  /** The file itself. */
  readonly file: string;
  /** Address of the site. */
  readonly homepage?: unknown;
  readonly tsuzuri: {
    readonly links?: string;
    readonly prose?: Readonly<Record<string, unknown>>;
  };
}

/** Nothing is set where there is no such file. */
export function settingsOf(root: string): Settings {
  const file = join(root, 'package.json');
  const said = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Settings>) : {};
  return { tsuzuri: {}, ...said, file };
}
