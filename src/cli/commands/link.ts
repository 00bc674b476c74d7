/** Links the terms of a glossary in a folder of Markdown that is none of ours: notes, a wiki, other documentation. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTerms } from '@tsuzuri/book/load';
import { loadProject } from '@tsuzuri/book/project';
import type { Mention } from '@tsuzuri/core/book';
import { type Dialect, dialectOf, parseDialect } from '@tsuzuri/link/dialects';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkSource } from '@tsuzuri/link/source-links';
import { addFiles } from '@tsuzuri/print/files';
import { type CommandBody, fine, needFolder, usage } from '../command.ts';

interface LinkOptions {
  readonly glossary: string;
  readonly out?: string;
  readonly every?: boolean;
  readonly url?: string;
  readonly json?: boolean;
}

export const link: CommandBody<LinkOptions> = {
  arguments: [['<folder>', 'folder of Markdown, with the folders in it']],
  required: [['--glossary <folder>', 'folder of term cards']],
  options: [
    ['--out <folder>', 'folder to write; needed unless --json is given'],
    ['--every', 'link every mention, not the first of each section alone'],
    ['--url <prefix>', 'address of the entries (default: /glossary)'],
    ['--json', 'print all mentions as JSON'],
  ],
  examples: [
    'tsuzuri link notes --glossary docs/glossary --out linked',
    'tsuzuri link notes --glossary docs/glossary --json > mentions.json',
  ],
  run: async ([folder = ''], { glossary, out, every = false, url = '/glossary', json }) => {
    if (out === undefined && !json) throw usage('link には --out か --json が要ります', 'link');
    const linking = { match: createMatcher(readTerms(needFolder(glossary))), every, prefix: url.replace(/\/$/, '') };
    const root = needFolder(folder);
    const { dialects = [] } = (await loadProject(process.cwd())).config;
    const mentions: Mention[] = [];
    // One at a time: no one has to hold a whole tree of notes in memory.
    function* linkAll(): Generator<[string, string]> {
      for (const name of markdownIn(root)) {
        const markdown = readFileSync(join(root, name), 'utf8');
        const note = { name, markdown, dialect: dialectOf(name, markdown, dialects) };
        if (json) mentions.push(...mentionsInNote(note, linking.match));
        if (out !== undefined) yield [name, linkNote(note, linking)];
      }
    }
    const written = out === undefined ? [...linkAll()] : addFiles(out, linkAll());
    return fine(json ? JSON.stringify(mentions, null, 1) : `${written.length}個のファイルを ${out} に書きました`);
  },
};

const markdownIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .toSorted();

interface Note {
  /** Path in its tree: `2021/meeting.md`. */
  readonly name: string;
  readonly markdown: string;
  readonly dialect: Dialect;
}

interface NoteLinking {
  readonly match: Matcher;
  readonly every: boolean;
  /** Of an entry's address: `/glossary`. */
  readonly prefix: string;
}

/** The note with its links; every other byte is as it was. */
const linkNote = ({ markdown, dialect }: Note, { match, every, prefix }: NoteLinking): string =>
  linkSource(markdown, { match, every, dialect, url: ({ id }) => `${prefix}/${id}`, ...dateIn(markdown) });

/** `date: 2012-11-01` in front matter: it decides what a name meant. */
const DATE = /^---\n(?:(?!---\n).*\n)*?date:\s*["']?(\d{4}-\d{2}-\d{2})/;

function dateIn(markdown: string): { date?: string } {
  const date = DATE.exec(markdown)?.[1];
  return date === undefined ? {} : { date };
}

/** What the note names, whether it is a link or not. */
function mentionsInNote({ name, markdown, dialect }: Note, match: Matcher): Mention[] {
  const tree = parseDialect(markdown.replace(/^\uFEFF/, ''), dialect);
  return findMentions({ path: name.replace(/\.md$/, ''), tree }, { match, dialect, ...dateIn(markdown) });
}
