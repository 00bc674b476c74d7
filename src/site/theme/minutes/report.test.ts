/** Fills in the form of each forge for reporting an error. */
import { describe, expect, test, vi } from 'vitest';
import { PROJECT } from '../../../../tests/seeds.ts';
import { forge } from '../../config/git.ts';
import { reportAddress } from './report.ts';

function formOf(repository: string): string {
  vi.stubEnv('TSUZURI_REPOSITORY', repository);
  const found = forge(PROJECT);
  vi.unstubAllEnvs();
  return found?.report ?? '';
}

describe('an address', () => {
  const report = {
    title: 'NISC',
    page: 'https://host/a#u6',
    place: '野原本部員、発言6',
    sentence: '次も:bodyと言う。',
  };
  const filled = (repository: string) =>
    Object.fromEntries(new URL(reportAddress(formOf(repository), report)).searchParams);
  const body = 'ページ: https://host/a#u6\n場所: 野原本部員、発言6\n文: 次も:bodyと言う。\n\n誤りと思われる箇所:\n';

  test.each([
    [
      'https://github.com/a/b',
      {
        template: 'report.yml',
        title: '誤りの報告: NISC',
        page: report.page,
        place: report.place,
        sentence: report.sentence,
      },
    ],
    ['https://gitlab.example.jp/a/b.git', { 'issue[title]': '誤りの報告: NISC', 'issue[description]': body }],
    ['https://codeberg.org/a/b', { title: '誤りの報告: NISC', body }],
    ['https://git.example.jp/a/b', { title: '誤りの報告: NISC', body }],
  ])('is written as its forge reads it: %s', (repository, fields) => {
    expect(filled(repository)).toEqual(fields);
  });

  test.each(['https://github.com/a/b', 'https://gitlab.example.jp/a/b'])(
    'is never too long, always sound: %s',
    repository => {
      for (const sentence of ['漢'.repeat(5000), '𠮷'.repeat(5000), '\uD800'.repeat(3000), '「']) {
        const address = reportAddress(formOf(repository), { ...report, sentence });
        expect(address.length).toBeLessThanOrEqual(8000);
        expect(address.length).toBeGreaterThan(sentence.length > 1 ? 5000 : 100);
        expect(decodeURIComponent(address)).toContain(sentence.length > 1 ? '…' : '「');
      }
    },
  );
});
