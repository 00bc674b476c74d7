/** Holds which spellings sound alike. */
import { expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { soundOf } from './spelling.ts';

test.each([
  ['ウィルス', 'ウイルス'],
  ['ディジタル', 'デジタル'],
  ['ヴァイオリン', 'バイオリン'],
  ['アーキテクチュア', 'アーキテクチャ'],
  ['ボット・ネット', 'ボットネット'],
  ['テーク', 'テイク'],
  ['じょうやく', 'じょやく'],
  ['さいばあ', 'サイバー'],
])('%s, %s', (one, other) => expect(soundOf(foldText(one))).toBe(soundOf(foldText(other))));

test.each([
  ['びょういん', 'びよういん'],
  ['かた', 'かだ'],
])('%s is not %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));
