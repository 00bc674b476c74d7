/** Finds again the words that an address names, as a browser looks for them. */
import { describe, expect, test } from 'vitest';
import { textFragment } from './text-fragment.ts';

const PAGE = [
  '今後は戦略に沿って施策を推進していただきたい。国際連携に注力することは重要である。',
  '1点目は、オリンピックが無事に済んだことである。異例づくめの大会だったからこそ得られた貴重な経験を生かしていただきたい。国際連携は重要である。',
  '2点目は、DXとサイバーセキュリティの同時推進、つまり security-by-design である。',
];

/** Where a word begins or ends in a text. */
const edgesOf = (text: string): Set<number> =>
  new Set(
    [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map(({ index }) => index).concat(text.length),
  );

/**
 * A reader of its own, by the draft of the WICG: the first place in the page where words stand whole between what is said
 * to stand around them, up to the end that is named.
 */
function find(directive: string, page: string): string | undefined {
  const parts = (/^:~:text=(.*)$/.exec(directive)?.[1] ?? '').split(',');
  const decode = (part = ''): string => decodeURIComponent(part.replace(/^-|-$/g, ''));
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()) : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()) : '';
  const [start = '', end = ''] = parts.map(decode);
  const edges = edgesOf(page);
  for (let at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
    const until = end === '' ? at + start.length : page.indexOf(end, at + start.length) + end.length;
    const isWhole = [at, at + start.length, until].every(edge => edges.has(edge));
    const [before, after] = [page.slice(0, at).trimEnd(), page.slice(until).trimStart()];
    if (isWhole && before.endsWith(prefix) && after.startsWith(suffix)) return page.slice(at, until);
  }
  return undefined;
}

const page = PAGE.join('\n');

/** Some words of the page, with what stands around them. */
function chosen(words: string, from = 0) {
  const at = page.indexOf(words, from);
  const until = at + words.length;
  return { before: page.slice(0, at), words, after: page.slice(until) };
}

test.each([
  ['whole words', '異例づくめの大会', '異例づくめの大会'],
  ['words that are cut', '例づくめの大', '異例づくめの大会'],
  ['a word with a hyphen', 'security-by-design', 'security-by-design'],
])('%s are found', (_, words, wanted) => {
  expect(find(textFragment(chosen(words), page), page)).toBe(wanted);
});

test('words that the page has twice are told apart', () => {
  const second = page.lastIndexOf('国際連携');
  const directive = textFragment(chosen('国際連携', second), page);
  expect(directive).toMatch(/-,.*,-/);
  expect(find(directive, page.slice(0, second))).toBeUndefined();
  expect(find(directive, page)).toBe('国際連携');
});

test('long words, words of several paragraphs are named by their beginning and their end', () => {
  for (const words of [page.slice(page.indexOf('オリンピック'), page.lastIndexOf('国際連携')), page.slice(3, -8)]) {
    const directive = textFragment(chosen(words), page);
    expect(find(directive, page)).toContain(words);
    expect(directive.length).toBeLessThan(500);
  }
});

describe('of answers that are given again', () => {
  const answers = [
    '岡田議員',
    'いつからですか。',
    '町長',
    'ご指摘のとおりであります。',
    '秋山議員',
    '費用は。',
    '町長',
    'ご指摘のとおりであります。',
    '町長',
  ];
  const all = answers.join('\n');
  const ofAnswer = (index: number): string =>
    textFragment(
      { before: `${answers[index - 1]}\n`, words: answers[index] ?? '', after: `\n${answers[index + 1] ?? ''}` },
      all,
    );

  test('each is told apart by the paragraphs around it', () => {
    expect(ofAnswer(3)).not.toBe(ofAnswer(7));
    expect(ofAnswer(3)).toContain(`,-${encodeURIComponent('秋山議員')}`);
  });

  test('one that cannot be told apart has no address of its own', () => {
    expect(
      textFragment({ before: '町長\n', words: 'はい。', after: '\n町長' }, '町長\nはい。\n町長\nはい。\n町長'),
    ).toBe('');
  });

  test('long ones of the same beginning and end are told apart by what is between them, or not at all', () => {
    const [first, second] = ['か', 'き'].map(
      inner =>
        `消防団としては、訓練の日数を増やすことについて${inner.repeat(40)}訓練を行ってから決めるべきではないか。`,
    );
    const both = `委員\n${first}\n委員\n${second}\n委員`;
    const [one, other] = [first, second].map(words =>
      textFragment({ before: '委員\n', words: words ?? '', after: '\n委員' }, both),
    );
    expect(one).not.toBe(other);
    expect(find(one ?? '', both)).toBe(first);
  });
});
