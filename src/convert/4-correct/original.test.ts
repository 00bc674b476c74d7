import { expect, test } from 'vitest';
import { parseKnown } from './corrections.ts';

const originalOf = (url: string) =>
  parseKnown({ file: 'seeds/a.yml', text: `original:\n  url: "${url}"\n  publisher: 見本町\n` }, {
    file: 'a.txt',
    text: '文。',
    sha256: '',
  } as never).original;

test.each(['javascript:alert(1)', 'https://[x', 'data:text/html,a', 'file:///etc/passwd', '例'])(
  'an address that is none of the web reaches no page: %s',
  url => {
    expect(originalOf(url)).toEqual({ publisher: '見本町' });
  },
);

test('an address of the web does', () => {
  expect(originalOf('https://example.jp/a.pdf')).toEqual({ url: 'https://example.jp/a.pdf', publisher: '見本町' });
});
