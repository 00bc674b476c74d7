/** The command `link`: links the terms of a glossary in Markdown that is none of ours: notes, a wiki, other documentation. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Batch, codeOf, each, refuseCollisions, startBatch } from '@tsuzuri/core/batch';
import type { Mention } from '@tsuzuri/core/book';
import { groupBy, once, optional } from '@tsuzuri/core/collections';
import { type CommandBody, json, type Outcome, QUIET, usage } from '@tsuzuri/core/command';
import { addFiles, type File } from '@tsuzuri/core/files';
import { findInputs, type Input } from '@tsuzuri/core/inputs';
import { errorAt, noteAt, throwAll } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { joinWords, say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { treeReader } from './dialect-of-tree.ts';
import { ANY, DIALECTS, type Dialect, dialectOf } from './dialects.ts';
import { FORMS, type Form } from './forms.ts';
import { gapsIn, sayGap } from './gaps.ts';
import { type Glossary, readGlossary } from './glossary.ts';
import { findMentions } from './mentions.ts';
import { exceptedIn } from './page-comments.ts';
import type { GlossaryLinkOptions } from './remark-glossary.ts';
import { entryOf, type LinkSettings, optionsFor, type PageOfTree, pageOf } from './settings.ts';
import { type LinkedSource, linkPage } from './source-links.ts';
import { viewOf } from './view.ts';

export interface LinkOptions {
  readonly glossary: string | readonly string[];
  readonly out?: string;
  readonly every?: boolean;
  readonly once?: boolean;
  readonly headings?: boolean;
  readonly dialect?: string;
  readonly cjkFriendly?: boolean;
  readonly url?: string;
  readonly ending?: string;
  readonly relative?: string;
  readonly form?: Form;
  readonly title?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const ALL: readonly Dialect[] = DIALECTS;
const NAMES = ALL.map(({ name }) => name);

/**
 * @param ownDialects gives those of a project
 * @param misuse says how the program is called
 */
export const linkCommand = (
  ownDialects: () => Promise<readonly Dialect[]> = async () => [],
  misuse: (reason: string) => VFileMessage = reason => usage(reason, 'link'),
): CommandBody<LinkOptions> => ({
  arguments: [['<files...>', () => say('cli.link.files')]],
  required: [['--glossary <folder...>', () => say('cli.link.glossary')]],
  options: [
    ['--out <folder>', () => say('cli.link.out')],
    ['--every', () => say('cli.link.every')],
    ['--once', () => say('cli.link.once')],
    ['--headings', () => say('cli.link.headings')],
    ['--dialect <name>', () => say('cli.link.dialect', { names: NAMES.join(', ') })],
    ['--cjk-friendly', () => say('cli.link.kind')],
    ['--url <prefix>', () => say('cli.link.url')],
    ['--ending <text>', () => say('cli.link.ending')],
    ['--relative <folder>', () => say('cli.link.relative')],
    ['--form <form>', () => say('cli.link.form'), FORMS],
    ['--title <template>', () => say('cli.link.title', { name: '{name}', expansion: '{expansion}' })],
    ['--force', () => say('cli.link.force')],
    ['--json', () => say('cli.link.json')],
    QUIET,
  ],
  notes: () => say('cli.link.notes'),
  examples: [
    'tsuzuri link notes --glossary docs/glossary --out linked',
    'tsuzuri link docs --glossary /glossary=docs/glossary /people=docs/people --out linked',
    'tsuzuri link docs --glossary docs/glossary --relative glossary --ending .md --out linked',
    'tsuzuri link notes --glossary docs/glossary --json > mentions.json',
    'tsuzuri link - --glossary docs/glossary < notes/a.md',
  ],
  run: async (words, options, tell) => {
    const isStdin = words.every(word => word === '-');
    const out = options.out ?? (isStdin && !options.json ? '-' : undefined);
    const idle = idleOption(options, out);
    if (out === undefined && !options.json) throw misuse(say('cli.link.needsOut'));
    if (idle) throw misuse(say('cli.link.idle', { option: idle }));
    const ofTree = dialectBy(words, options);
    const glossary = readGlossary(foldersIn(options));
    const endings = ['.md', ...new Set(ALL.flatMap(dialect => dialect.endings ?? []))];
    const found = await findInputs(words, { endings, stdin: 'stdin.md', except: out });
    const count = found.inputs.length + found.faults.length;
    if (out === '-' && count > 1) throw misuse(say('cli.link.onePage', { count }));
    if (out !== undefined) refuseCollisions(found.inputs, name => name);
    const batch = startBatch(found, tell);
    for (const note of glossary.notes) tell.warn(note);
    const own = await ownDialects();
    return linkAll({
      batch,
      out,
      options,
      glossary,
      dialectFor: ({ path, name }, text) => dialectOf(name, text, own, ofTree(path)),
    });
  },
});

/** The first option that would have no effect. */
function idleOption(options: LinkOptions, out: string | undefined): string | false | undefined {
  const writes = [
    options.every && '--every',
    options.once && '--once',
    options.url !== undefined && '--url',
    options.force && '--force',
  ];
  const idle = out === undefined ? writes : out === '-' ? [options.json && '--json', options.force && '--force'] : [];
  const both = options.every && options.once && '--once';
  return [...idle, both].find(Boolean);
}

/** `docs/glossary`, `/people=docs/people`; several folders may stand under one address. */
function foldersIn({ glossary, url }: LinkOptions): Readonly<Record<string, readonly string[]>> {
  const pairs = [glossary].flat().map(word => {
    const [, prefix = url ?? '/glossary', folder = word] = /^(\/[^=]*)=(.+)$/u.exec(word) ?? [];
    return [prefix, folder] as const;
  });
  return Object.fromEntries(
    [...groupBy(pairs, ([prefix]) => prefix)].map(([prefix, of]) => [prefix, of.map(([, folder]) => folder)]),
  );
}

/** The one that was asked for, or that the files of its tree show. @throws VFileMessage where there is none of the name */
function dialectBy(
  words: readonly string[],
  { dialect, cjkFriendly }: LinkOptions,
): (path: string) => Dialect | undefined {
  const asked = ALL.find(({ name }) => name === dialect);
  if (dialect !== undefined && !asked)
    throw errorAt('--dialect', undefined, ...say('cli.link.noDialect', { name: dialect, names: joinWords(NAMES) }));
  const ofTree = treeReader(words);
  const kind = once((found: Dialect): Dialect => ({ ...found, isCjkFriendly: true }));
  return path => {
    const found = asked ?? ofTree(path);
    return cjkFriendly ? kind(found ?? ANY) : found;
  };
}

interface Linking {
  readonly batch: Batch;
  readonly out: string | undefined;
  readonly options: LinkOptions;
  readonly glossary: Glossary;
  readonly dialectFor: (input: Pick<Input, 'path' | 'name'>, text: string) => Dialect;
}

interface Made {
  readonly file: File;
  readonly mentions: readonly Mention[];
  readonly left: number;
}

type Linked = Omit<LinkedSource, 'links'>;

async function linkAll(given: Linking): Promise<Outcome> {
  const { batch, out, options } = given;
  const mentions: Mention[] = [];
  let [done, left, output] = [0, 0, ''];
  // One at a time: no one has to hold a whole tree of notes in memory.
  async function* linked(): AsyncGenerator<File> {
    for await (const made of each(batch, input => linkOne(input, given))) {
      mentions.push(...made.mentions);
      left += made.left;
      done++;
      yield made.file;
    }
  }
  if (out !== undefined && out !== '-') {
    await addFiles(out, linked());
    const failed = batch.failed.length;
    if (!options.quiet || failed > 0) batch.tell.note(say('cli.link.done', { done, failed, out }));
  } else for await (const [, text] of linked()) output += text;
  if (left > 0 && !options.quiet && out !== undefined) batch.tell.note(say('cli.link.left', { left }));
  return { output, lines: options.json ? [json(mentions)] : [], code: codeOf(done, batch) };
}

/** @throws VFileMessage where the note cannot be linked, or may not be written */
async function linkOne(input: Input, given: Linking): Promise<Made> {
  const { out, options } = given;
  const bytes = await input.read();
  const { read, errors } = readSafely(input.path, () => {
    const note = noteOf(input, bytes, given);
    return parsed(input.path, () => {
      const linked: Linked = out === undefined ? { markdown: '', left: 0 } : linkNote(note, given);
      return { mentions: options.json ? mentionsInNote(note, given) : [], gaps: gapsInNote(note, given), ...linked };
    });
  });
  throwAll(errors);
  const [made] = read as [Linked & { mentions: Mention[]; gaps: VFileMessage[] }];
  if (out !== undefined && out !== '-' && !options.force) refuseOverwriting(join(out, input.name), made.markdown);
  for (const gap of made.gaps) given.batch.tell.warn(gap);
  if (made.fault) {
    const { line, reason } = mdxFault(made.fault);
    given.batch.tell.warn(
      noteAt({ file: input.path, rule: 'no-mdx', ...optional('line', line) }, ...say('link.noMdx', { reason })),
    );
  }
  return { mentions: made.mentions, left: made.left, file: [input.name, made.markdown] };
}

/** @throws VFileMessage with the line at which the parser of the dialect gave up, where it did: an open tag of MDX */
function parsed<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // A message of the parser, whose class is not ours where it is bundled.
    if (!/mdx/.test((error as Partial<VFileMessage>).source ?? '')) throw error;
    const { line, reason } = mdxFault(error as VFileMessage);
    throw errorAt(path, line, ...say('link.badPage', { reason }));
  }
}

/** What the parsers of MDX say, in the language that is spoken; of what is no JavaScript, acorn knows why. */
function mdxFault({ source = '', line, reason, cause }: VFileMessage): { line: number | undefined; reason: string } {
  const why = cause instanceof Error ? cause.message : reason;
  if (source.endsWith('mdxjs-esm')) return { line, reason: say('link.badImport', { reason: why }) };
  if (source.endsWith('mdx-expression')) return { line, reason: say('link.badExpression', { reason: why }) };
  return { line, reason: say('link.badTag', { reason: why }) };
}

/** What stands in the folder of the output may have been written by a person, unless it is the same. @throws VFileMessage */
function refuseOverwriting(path: string, text: string): void {
  if (existsSync(path) && (!statSync(path).isFile() || readFileSync(path, 'utf8') !== text))
    throw errorAt(path, undefined, ...say('cli.exists'));
}

interface Note {
  /** As the person who called named it. */
  readonly path: string;
  /** What it says of itself; its path is that in its tree: `2021/meeting.md`. */
  readonly page: PageOfTree;
  readonly markdown: string;
  readonly dialect: Dialect;
  /** Absent where the page is not to be linked. */
  readonly options: GlossaryLinkOptions | undefined;
}

/**
 * @throws VFileMessage where it is not UTF-8: what cannot be read cannot be written again as it was; and where its front matter
 *   cannot be read: an edition would be chosen without its date
 */
function noteOf({ path, name }: Input, bytes: Uint8Array, given: Linking): Note {
  const markdown = decoded(bytes);
  if (markdown === undefined) throw errorAt(path, undefined, ...say('core.notUtf8'));
  const page = pageOf(name, markdown);
  if (page.fault) throw errorAt(path, page.fault.line, ...say('link.badMatter', { reason: page.fault.reason }));
  const dialect = given.dialectFor({ path, name }, markdown);
  const options = optionsFor(page, {
    ...settingsOf(given, { page, dialect }),
    self: entryOf(path, given.glossary)?.id,
  });
  return { path, page, markdown, dialect, options };
}

/** @returns nothing where the bytes are not UTF-8 */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The note with its links; every other byte is as it was. */
function linkNote({ markdown, options }: Note, given: Linking): Linked {
  return options ? linkPage(markdown, { ...options, ...optional('form', given.options.form) }) : { markdown, left: 0 };
}

function settingsOf(
  { options, glossary }: Linking,
  { page, dialect }: { page: PageOfTree; dialect: Dialect },
): LinkSettings {
  const { every = false, once, headings, title, ending = '', relative: folder } = options;
  return {
    glossary,
    every: once ? 'page' : every,
    dialect,
    url: term => {
      const address = glossary.addressOf(term);
      if (folder === undefined) return address + ending;
      const entry = join(folder, address.replace(/^\/[^/]*\//, ''));
      return relative(dirname(page.path), entry).replaceAll('\\', '/') + ending;
    },
    ...optional('headings', headings),
    // Not that of the machine: the same call gives the same bytes everywhere.
    ...optional('language', page.lang ?? process.env.TSUZURI_LANG),
    ...(title === undefined ? {} : { title: title === '' ? false : title }),
  };
}

/** What the note names, whether it is a link or not. */
function mentionsInNote({ page, markdown, dialect, options }: Note, { glossary: { match } }: Linking): Mention[] {
  const { tree } = viewOf(markdown.replace(/^\uFEFF/, ''), dialect);
  const path = page.path.replace(/\.[^./]*$/, '');
  const { self } = options ?? {};
  return findMentions({ path, tree }, { match, dialect, ...optional('date', page.date), ...optional('self', self) });
}

/** One note for each name that no card had on the date of the page, where it stands first; it may be none of the glossary's. */
function gapsInNote({ path, markdown, dialect, options }: Note, given: Linking): VFileMessage[] {
  const { terms, match } = given.glossary;
  if (!terms.some(({ names }) => names.length > 0)) return [];
  const { date, except = [] } = options ?? {};
  if (date === undefined) return [];
  const { tree } = viewOf(markdown.replace(/^\uFEFF/, ''), dialect);
  const told = new Set([...except, ...exceptedIn(markdown)]);
  const gaps = gapsIn(tree, { match, date, dialect }).filter(({ form }) => !told.has(form) && told.add(form));
  return gaps.map(gap =>
    noteAt({ file: path, rule: 'no-name-then', ...optional('line', gap.line) }, ...sayGap(gap, date)),
  );
}
