/** Turns the marks `[^id]` of an entry into footnotes that say what a statement rests on. */
import { NOTE_MARK, type Term, type TermSource, type WebSource } from '@tsuzuri/core/card';
import { day } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { errorAt } from '@tsuzuri/core/messages';
import { joinWords, say } from '@tsuzuri/core/wording';
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { line, link, text } from './mdast-builders.ts';

/** The tree of an entry (what is in code is no mark) with a reference to a footnote in place of each mark of a source. */
export function withNotes(tree: Root, sources: readonly TermSource[]): Root {
  const known = new Set(sources.map(({ id }) => id));
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('[^')) return undefined;
    const parts = node.value.split(NOTE_MARK).flatMap((part, at): (Text | FootnoteReference)[] => {
      if (at % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
      return [
        known.has(part)
          ? { type: 'footnoteReference', identifier: part, label: part }
          : { type: 'text', value: `[^${part}]` },
      ];
    });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
  return tree;
}

/** What the footnotes of a tree say, each source that is referred to once. */
export function noteDefinitions(
  tree: Root,
  sources: readonly TermSource[],
  words: (source: TermSource) => PhrasingContent[],
): FootnoteDefinition[] {
  const used = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void used.add(identifier));
  return sources.flatMap(source => {
    const { id = '' } = source;
    if (!used.delete(id)) return [];
    return [{ type: 'footnoteDefinition', identifier: id, label: id, children: [line(...words(source))] }];
  });
}

/** 「国家サイバー統括室の設置について」、内閣官房（2026年11月28日閲覧） */
export const webWords = ({ url, title, publisher, accessed }: WebSource, label: Labels): PhrasingContent[] => [
  link(url, title),
  text(label('pages.webSource', { publisher, day: day(accessed, label) })),
];

/** Marks of an entry that no source has; footnotes that it writes itself are not ours. */
export function strayNotes({ file, body, bodyLine, sources }: Term): VFileMessage[] {
  const known = sources.flatMap(({ id = [] }) => id);
  return body.split('\n').flatMap((words, index) =>
    Array.from(words.matchAll(NOTE_MARK), ([, id = '']) => id)
      .filter(id => !known.includes(id) && !body.includes(`[^${id}]:`))
      .map(id => errorAt(file, bodyLine + index, ...say('book.noNote', { id, known: joinWords(known) }))),
  );
}
