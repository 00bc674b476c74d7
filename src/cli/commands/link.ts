/** Links the terms of a glossary in Markdown that is none of ours: notes, a wiki, other documentation. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readTerms } from '@tsuzuri/book/load';
import { loadProject } from '@tsuzuri/book/project';
import type { Mention } from '@tsuzuri/core/book';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { say } from '@tsuzuri/core/wording';
import { type Dialect, dialectOf } from '@tsuzuri/link/dialects';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkSource } from '@tsuzuri/link/source-links';
import { viewOf } from '@tsuzuri/link/view';
import { addFiles, type File } from '@tsuzuri/print/files';
import { type Batch, codeOf, each, refuseCollisions, startBatch } from '../batch.ts';
import { type CommandBody, json, needFolder, type Outcome, QUIET, usage } from '../command.ts';
import { findInputs, type Input } from '../inputs.ts';

interface LinkOptions {
  readonly glossary: string;
  readonly out?: string;
  readonly every?: boolean;
  readonly url?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const link: CommandBody<LinkOptions> = {
  arguments: [['<files...>', () => say('cli.link.files')]],
  required: [['--glossary <folder>', () => say('cli.link.glossary')]],
  options: [
    ['--out <folder>', () => say('cli.link.out')],
    ['--every', () => say('cli.link.every')],
    ['--url <prefix>', () => say('cli.link.url')],
    ['--force', () => say('cli.link.force')],
    ['--json', () => say('cli.link.json')],
    QUIET,
  ],
  notes: () => say('cli.link.notes'),
  examples: [
    'tsuzuri link notes --glossary docs/glossary --out linked',
    'tsuzuri link notes --glossary docs/glossary --json > mentions.json',
    'tsuzuri link - --glossary docs/glossary < notes/a.md',
  ],
  run: async (words, options, tell) => {
    const { glossary, every = false, url = '/glossary' } = options;
    const isStdin = words.every(word => word === '-');
    const out = options.out ?? (isStdin && !options.json ? '-' : undefined);
    refuseIdle(options, out);
    const linking = { match: createMatcher(readTerms(needFolder(glossary))), every, prefix: url.replace(/\/$/, '') };
    const { dialects = [] } = (await loadProject(process.cwd())).config;
    const found = await findInputs(words, { endings: ['.md'], stdin: 'stdin.md', except: out });
    const count = found.inputs.length + found.faults.length;
    if (out === '-' && count > 1) throw usage(say('cli.link.onePage', { count }), 'link');
    if (out !== undefined) refuseCollisions(found.inputs, name => name);
    return linkAll({ batch: startBatch(found, tell), out, options, linking, dialects });
  },
};

/** @throws VFileMessage at an option that would have no effect, or where nothing would be done */
function refuseIdle(options: LinkOptions, out: string | undefined): void {
  if (out === undefined && !options.json) throw usage(say('cli.link.needsOut'), 'link');
  const writes = [options.every && '--every', options.url !== undefined && '--url', options.force && '--force'];
  const idle = out === undefined ? writes : out === '-' ? [options.json && '--json', options.force && '--force'] : [];
  const option = idle.find(Boolean);
  if (option) throw usage(say('cli.link.idle', { option }), 'link');
}

interface Linking {
  readonly batch: Batch;
  readonly out: string | undefined;
  readonly options: LinkOptions;
  readonly linking: NoteLinking;
  readonly dialects: readonly Dialect[];
}

async function linkAll(given: Linking): Promise<Outcome> {
  const { batch, out, options } = given;
  const mentions: Mention[] = [];
  let [done, output] = [0, ''];
  // One at a time: no one has to hold a whole tree of notes in memory.
  async function* linked(): AsyncGenerator<File> {
    for await (const made of each(batch, input => linkOne(input, given))) {
      mentions.push(...made.mentions);
      done++;
      yield made.file;
    }
  }
  if (out !== undefined && out !== '-') {
    await addFiles(out, linked());
    const failed = batch.failed.length;
    if (!options.quiet || failed > 0) batch.tell.note(say('cli.link.done', { done, failed, out }));
  } else for await (const [, text] of linked()) output += text;
  return { output, lines: options.json ? [json(mentions)] : [], code: codeOf(done, batch) };
}

/** @throws VFileMessage where the note cannot be linked, or may not be written */
async function linkOne(input: Input, given: Linking): Promise<{ mentions: readonly Mention[]; file: File }> {
  const { out, options, linking, dialects } = given;
  const bytes = await input.read();
  const { read, errors } = readSafely(input.path, () => {
    const note = noteOf(input, bytes, dialects);
    return {
      mentions: options.json ? mentionsInNote(note, linking.match) : [],
      text: out === undefined ? '' : linkNote(note, linking),
    };
  });
  throwAll(errors);
  const [{ mentions, text }] = read as [{ mentions: Mention[]; text: string }];
  if (out !== undefined && out !== '-' && !options.force) refuseOverwriting(join(out, input.name), text);
  return { mentions, file: [input.name, text] };
}

/** What stands in the folder of the output may have been written by a person, unless it is the same. @throws VFileMessage */
function refuseOverwriting(path: string, text: string): void {
  if (existsSync(path) && (!statSync(path).isFile() || readFileSync(path, 'utf8') !== text))
    throw errorAt(path, undefined, ...say('cli.exists'));
}

interface Note {
  /** Path in its tree: `2021/meeting.md`. */
  readonly name: string;
  readonly markdown: string;
  readonly dialect: Dialect;
}

/** @throws VFileMessage where it is not UTF-8: what cannot be read cannot be written again as it was */
function noteOf({ path, name }: Input, bytes: Uint8Array, dialects: readonly Dialect[]): Note {
  try {
    const markdown = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name, markdown, dialect: dialectOf(name, markdown, dialects) };
  } catch {
    throw errorAt(path, undefined, ...say('core.notUtf8'));
  }
}

interface NoteLinking {
  readonly match: Matcher;
  readonly every: boolean;
  /** Of an entry's address: `/glossary`. */
  readonly prefix: string;
}

/** The note with its links; every other byte is as it was. */
const linkNote = ({ markdown, dialect }: Note, { match, every, prefix }: NoteLinking): string =>
  linkSource(markdown, { match, every, dialect, url: ({ id }) => `${prefix}/${id}/`, ...dateIn(markdown) });

/** `date: 2012-11-01` in front matter: it decides what a name meant. */
const DATE = /^---\n(?:(?!---\n).*\n)*?date:\s*["']?(\d{4}-\d{2}-\d{2})/;

function dateIn(markdown: string): { date?: string } {
  const date = DATE.exec(markdown)?.[1];
  return date === undefined ? {} : { date };
}

/** What the note names, whether it is a link or not. */
function mentionsInNote({ name, markdown, dialect }: Note, match: Matcher): Mention[] {
  const { tree } = viewOf(markdown.replace(/^\uFEFF/, ''), dialect);
  return findMentions({ path: name.replace(/\.md$/, ''), tree }, { match, dialect, ...dateIn(markdown) });
}
