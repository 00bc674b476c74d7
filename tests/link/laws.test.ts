/** Laws of the linker that hold for any page. */

import { fold, skeleton, unfold } from '@tsuzuri/core/unicode';
import { DIALECTS, type Dialect } from '@tsuzuri/link/dialects';
import { createMatcher, inflectionsOf } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkTree } from '@tsuzuri/link/remark-glossary';
import { linkSource } from '@tsuzuri/link/source-links';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';
import { dialectPages, tamePages, texts, wildPages } from './random-pages.ts';
import { card, TERMS } from './terms.ts';

const match = createMatcher(TERMS);
/** The same glossary, where a link has nothing to say in a title but the headword itself. */
const TITLELESS = TERMS.map(term => card(term.id, `term: ${JSON.stringify(term.term)}`));
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkStringify).freeze();
const strict = unified().use(remarkParse).use(remarkGfm).freeze();
const parse = (markdown: string): Root => processor.parse(markdown);
const pages = fc.oneof(tamePages, wildPages);
const settings = fc.record({ every: fc.boolean(), headings: fc.boolean() });
/** 150 for a change, more in the nightly setting (`TSUZURI_RUNS=10000`). */
const runs = { numRuns: Number(process.env.TSUZURI_RUNS ?? 150) };

/** Words of each block, so that words that leave their block are seen. */
function wordsOfBlocks(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [plainText(node)];
  return 'children' in node ? node.children.flatMap(wordsOfBlocks) : ['value' in node ? node.value : node.type];
}

/** The page without `[` that it did not have and without `](/§)`. */
function unspliced(spliced: string, page: string): string {
  let kept = '';
  for (let at = 0; at < spliced.length; ) {
    const isClosing = spliced.startsWith('](/§)', at);
    const isOpening = spliced[at] === '[' && page[kept.length] !== '[';
    if (!isClosing && !isOpening) kept += spliced[at];
    at += isClosing ? '](/§)'.length : 1;
  }
  return kept;
}

function linksInLinks(node: Nodes, isInside = false): number {
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const own = isLink && isInside ? 1 : 0;
  return 'children' in node
    ? node.children.reduce((sum, child) => sum + linksInLinks(child, isInside || isLink), own)
    : own;
}

describe('the tree', () => {
  test('linking changes no word: text(link(x)) === text(x)', () =>
    fc.assert(
      fc.property(pages, settings, (page, options) => {
        const tree = parse(page);
        expect(wordsOfBlocks(linkTree(tree, { match, ...options }))).toEqual(wordsOfBlocks(tree));
      }),
      runs,
    ));

  test('linking twice is linking once', () =>
    fc.assert(
      fc.property(pages, settings, (page, options) => {
        const once = linkTree(parse(page), { match, ...options });
        expect(linkTree(once, { match, ...options })).toEqual(once);
      }),
      runs,
    ));

  test('the tree that goes in stays as it was', () =>
    fc.assert(
      fc.property(pages, page => {
        const tree = parse(page);
        linkTree(tree, { match, headings: true });
        expect(tree).toEqual(parse(page));
      }),
    ));

  test('no link holds a link', () =>
    fc.assert(
      fc.property(pages, page => {
        expect(linksInLinks(linkTree(parse(page), { match }))).toBe(0);
      }),
    ));

  test('written and read again it has the same words', () =>
    fc.assert(
      fc.property(tamePages, page => {
        // The writer protects the edges of ** but not those of ~~.
        fc.pre(!page.includes('~~'));
        const plain = parse(processor.stringify(parse(page)));
        const linked = parse(processor.stringify(linkTree(plain, { match })));
        expect(wordsOfBlocks(linked)).toEqual(wordsOfBlocks(plain));
      }),
      runs,
    ));

  test('mentions are the same before and after linking', () =>
    fc.assert(
      fc.property(pages, page => {
        const tree = parse(page);
        const linked = linkTree(tree, { match });
        expect(findMentions({ path: 'x', tree: linked }, { match })).toEqual(
          findMentions({ path: 'x', tree }, { match }),
        );
      }),
    ));
});

describe('splicing', () => {
  test('takes nothing away: without the links it is the page, byte for byte', () =>
    fc.assert(
      fc.property(pages, page => {
        const spliced = linkSource(page, { match: createMatcher(TITLELESS), url: () => '/§', title: () => undefined });
        expect(unspliced(spliced, page)).toBe(page);
      }),
      runs,
    ));

  test('changes no word, whether the parser is kind to Japanese or not', () =>
    fc.assert(
      fc.property(pages, page => {
        const linked = linkSource(page, { match });
        expect(wordsOfBlocks(parse(linked))).toEqual(wordsOfBlocks(parse(page)));
        expect(wordsOfBlocks(strict.parse(linked))).toEqual(wordsOfBlocks(strict.parse(page)));
      }),
      runs,
    ));

  test('twice is once', () =>
    fc.assert(
      fc.property(pages, page => {
        const once = linkSource(page, { match });
        expect(linkSource(once, { match })).toBe(once);
      }),
      runs,
    ));

  test('in any dialect: nothing is taken away, twice is once, or the page cannot be read', () =>
    fc.assert(
      fc.property(dialectPages, fc.constantFrom<Dialect>(...DIALECTS), (page, dialect) => {
        const options = { match: createMatcher(TITLELESS), url: () => '/§', title: () => undefined, dialect };
        let once: string;
        try {
          once = linkSource(page, options);
        } catch (error) {
          expect(dialect.name).toBe('mdx');
          expect(error).toHaveProperty('reason');
          return;
        }
        expect(unspliced(once, page)).toBe(page);
        expect(linkSource(once, options)).toBe(once);
      }),
      runs,
    ));
});

describe('the matcher', () => {
  test('mentions are in order, do not overlap, spell a name of their entry', () =>
    fc.assert(
      fc.property(texts, text => {
        let from = 0;
        for (const { start, end, term, form } of match(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          const written = [form, ...inflectionsOf(term, form).map(variant => variant.form)];
          expect(written.map(skeleton)).toContain(skeleton(text.slice(start, end)));
          from = end;
        }
      }),
      runs,
    ));

  test('folding keeps places: in order, inside the text, whole characters', () =>
    fc.assert(
      fc.property(texts, text => {
        const folded = fold(text);
        let from = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const { start, end } = unfold(folded, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      runs,
    ));

  it('folds lone surrogates and marks without a base as they stand', () => {
    expect(fold('\uD800\u3099NISC').text).toBe('\uD800NISC');
    expect(match('\u3099NISC').map(({ start, end }) => [start, end])).toEqual([[1, 5]]);
  });
});
