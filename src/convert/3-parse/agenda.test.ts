/** Proves that what was on the agenda is a heading where it is taken up, whatever its form, and none where it is listed or read out. */
import { expect, test } from 'vitest';
import { agendaOf } from './agenda.ts';
import { readLines, shapesOf } from './lines.ts';

function headings(text: string): string[] {
  const shapes = shapesOf(readLines(text));
  return [...agendaOf(shapes).takenUp].map(index => shapes[index]?.line.text ?? '');
}

const AGENDA = '議　題\n　・会長あいさつ\n　1　橋の架け替えについて（資料2）\n　2　その他\n会議の内容\n';

test('an entry stands again, with its mark, another number or none', () => {
  expect(
    headings(
      `${AGENDA}・会長あいさつ\n（会長）　こんばんは。\n〔議題1〕橋の架け替えについて\n（会長）　始めます。\n2　その他\n（会長）　終わります。\n`,
    ),
  ).toEqual(['・会長あいさつ', '〔議題1〕橋の架け替えについて', '2　その他']);
});

test('no list that somebody reads out, no words that were not listed', () => {
  expect(
    headings(
      `${AGENDA}（会長）　本日の議題は、次のとおりです。\n1　橋の架け替えについて\n2　その他\n（会長）　橋の色について\n`,
    ),
  ).toEqual([]);
});
