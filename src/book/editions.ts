/** Tells a document which newer edition replaces it: the `.yml` of the newer one names it. */

import type { Known } from '@tsuzuri/convert/4-correct/corrections';
import { writeMatter } from '@tsuzuri/core/markdown';
import { errorAt } from '@tsuzuri/core/messages';
import { type Saying, say } from '@tsuzuri/core/wording';
import { readYaml } from '@tsuzuri/core/yaml';
import type { VFileMessage } from 'vfile-message';
import type { Cache } from './cache.ts';
import type { Source, Sources } from './sources.ts';

/** What is asked of a converted scan. */
interface Document {
  readonly file: { readonly data: { readonly known?: Known } };
  readonly front: { readonly value: string };
}

/** Names of documents, by the name of another one. */
type Names = ReadonlyMap<string, string>;

interface Editions {
  readonly scans: Sources['scans'];
  /** The earlier edition that each names, whether right or wrong. */
  readonly earlier: Names;
  /** The newer edition of each, as far as it is known. */
  readonly newer: Names;
}

type Check = (name: string, earlier: string, editions: Editions) => Saying | false;

/** What can be wrong with an earlier edition that a document names; only the first is reported. */
const CHECKS: readonly Check[] = [
  (name, earlier) => name === earlier && say('book.replacesItself'),
  (_, earlier, { scans }) => !scans.has(earlier) && say('book.noEdition', { name: earlier }),
  (name, earlier, editions) => leadsBack(name, editions) && say('book.editionLoop', { name: earlier }),
  (_, earlier, { newer }) => {
    const other = newer.get(earlier);
    return other !== undefined && say('book.replacedTwice', { name: earlier, other });
  },
];

function leadsBack(name: string, { earlier }: Editions): boolean {
  const passed = new Set<string>();
  let at = earlier.get(name);
  while (at !== undefined && at !== name && !passed.has(at)) {
    passed.add(at);
    at = earlier.get(at);
  }
  return at === name;
}

/**
 * @param converted documents by name
 * @returns the same; `replacedBy`, a name, stands in the front matter of those that a newer edition replaces
 */
export function withEditions<T extends Document>(
  converted: ReadonlyMap<string, T>,
  { scans, known }: Pick<Sources, 'scans' | 'known'>,
  cache: Cache,
): { converted: ReadonlyMap<string, T>; errors: readonly VFileMessage[] } {
  const newer = new Map<string, string>();
  const errors: VFileMessage[] = [];
  const replacing = known.flatMap(source => {
    const earlier = converted.get(source.name)?.file.data.known?.replaces;
    return earlier === undefined ? [] : [{ source, earlier }];
  });
  const editions = { scans, newer, earlier: new Map(replacing.map(({ source, earlier }) => [source.name, earlier])) };
  for (const { source, earlier } of replacing) {
    const [wrong] = CHECKS.map(check => check(source.name, earlier, editions)).filter(found => found !== false);
    if (wrong) errors.push(errorAt(source.file, lineIn(source), ...wrong));
    else newer.set(earlier, source.name);
  }
  const marked = new Map(converted);
  for (const [name, replacedBy] of newer) {
    const document = converted.get(name);
    if (document)
      marked.set(
        name,
        cache(
          `edition ${name}`,
          () => [document, replacedBy],
          () => withMatter(document, { replacedBy }),
        ),
      );
  }
  return { converted: marked, errors };
}

function withMatter<T extends Document>(document: T, matter: Readonly<Record<string, string>>): T {
  const { front } = document;
  return { ...document, front: { ...front, value: `${front.value}\n${writeMatter(matter)}` } };
}

const lineIn = ({ file, text }: Source): number => readYaml(file, text, { values: 'text' }).line('replaces');
