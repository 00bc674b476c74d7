/** Checks which links of a block can be put in, and that many that cannot cost little. */
import { fromMarkdown } from '@tsuzuri/core/remark';
import { expect, it, test } from 'vitest';
import { type LinkedBlock, provedLinks, type Reading } from './proof.ts';

const read: Reading = {
  parsers: [text => fromMarkdown(text)],
  marks: /[*_`[\]<&\\!]/,
  definitions: '',
  form: 'markdown',
};

/** «…» is a link that is to be put in. */
function block(marked: string): LinkedBlock {
  const links: { start: number; end: number }[][] = [];
  const content = marked.split('»').reduce((out, part) => {
    const [before = '', words] = part.split('«');
    const start = out.length + before.length;
    if (words !== undefined) links.push([{ start, end: start + words.length }]);
    return out + before + (words ?? '');
  }, '');
  return { content, links };
}

test.each([
  ['«NISC»と«IPA»', [0, 1]],
  ['は**«NISC»の案**と«IPA»', [1]],
  // The bracket that ends the first link lets the emphasis begin.
  ['«国»**«NISC»の案**', [0, 1]],
  ['「«NISC»」a**«IPA»の案**', [0]],
])('%s', (marked, links) => expect(provedLinks([block(marked)], read)).toEqual([links]));

it.each([
  ['none', 'これは**新しい«NISC»**です。', 0],
  ['one of two', '«NISC»と**新しい«NISC»**です。\n', 100],
])('of a hundred links that cannot stand: %s', (_, sentence, count) => {
  let readings = 0;
  const parse = (text: string) => {
    readings++;
    return fromMarkdown(text);
  };
  const [links] = provedLinks([block(sentence.repeat(100))], { ...read, parsers: [parse] });
  expect(links).toHaveLength(count);
  expect(readings).toBeLessThan(40);
});
