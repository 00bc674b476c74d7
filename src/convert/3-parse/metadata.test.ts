/** Proves when a meeting ended: by what says that it closed, not by an adverb of who speaks. */
import { startTrace } from '@tsuzuri/core/trace';
import { expect, test } from 'vitest';
import { loadAnalyzer } from '../morphology/index.ts';
import { parseMinutes } from './index.ts';

const analyzer = await loadAnalyzer();
const HEAD = '第2回鹿見沢町会議事録\n\n日時　令和6年3月18日\n\n';

test.each([
  ['（町長）　開会します。\n\n（議員）　発言を求めます。\n\n時ニ午前十一時二十五分\n', '11:25'],
  ['（町長）　開会します。\n\n（議員）　質問します。\n時に、午前十時の便は残りますか。\n', undefined],
])('%j ends at %s', (text, end) => {
  expect(parseMinutes(startTrace(HEAD + text), analyzer).meeting.end).toBe(end);
});
