/** What a reader listed by eye in the five scans, who had seen neither glossary nor linker, beside what is linked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';

const FOLDER = 'tests/link/mentions';

/** One mention as the scan has it. */
export interface Listed {
  readonly document: string;
  /** Of the scan. */
  readonly line: number;
  readonly surface: string;
  readonly meaning: string;
  /** `body`, `acronym`, `strategy`, `law`, `system`, `event`, `term` */
  readonly kind: string;
}

const rowsOf = (file: string): string[][] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'));

export const LISTED: readonly Listed[] = readdirSync(FOLDER)
  .filter(file => /^(?:fy)?[0-9]{4}-/.test(file))
  .flatMap(file =>
    rowsOf(file).map(([line = '', surface = '', meaning = '', kind = '']) => ({
      document: file.replace('.tsv', ''),
      line: Number(line),
      surface,
      meaning,
      kind,
    })),
  );

/** Acronyms and bodies that are named more than twice, each with the forms in which they are. */
export const FREQUENT: readonly (readonly string[])[] = rowsOf('frequent.tsv').map(([, , , forms = '']) =>
  forms.split('、').map(form => form.replace(/×\d+$|（.*$/g, '')),
);

const bare = (text: string): string => text.replace(/[\s⏎*]/g, '');

/** Each listed mention that no link has: its words, longer or shorter ones; every link counts once. */
export function unlinked(mentions: ReadonlyMap<string, readonly Mention[]>): Listed[] {
  const linked = groupBy([...mentions.values()].flat(), ({ page }) => page);
  return [...groupBy(LISTED, ({ document }) => document)].flatMap(([document, listed]) => {
    const left = (linked.get(`minutes/${document}`) ?? []).map(({ text }) => bare(text));
    const take = (isIt: (text: string) => boolean): boolean => {
      const at = left.findIndex(isIt);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    };
    const other = listed.filter(({ surface }) => !take(text => text === bare(surface)));
    return other.filter(({ surface }) => {
      const words = bare(surface);
      return !(take(text => text.includes(words)) || take(text => text.length > 2 && words.includes(text)));
    });
  });
}
