/** Proves that numbered fields of a head are headings with their labels, whatever they are called, and that no other list is. */
import { expect, test } from 'vitest';
import { headForm } from './head-form.ts';
import { readLines, shapesOf } from './lines.ts';

function labels(text: string): string[] {
  const shapes = shapesOf(readLines(text));
  return [...headForm(shapes)].map(([index, end]) => shapes[index]?.line.text.slice(0, end) ?? '');
}

test('a label, its value behind it or below it', () => {
  expect(
    labels(
      '1　開会の日時　　平成26年2月20日（木）\n2　招集の場所　　会議室2\n3　列席したもの\n　　次長　芦名　誠\n4　傍聴者数　3人\n5　議事及び議題　別添のとおり\n○議長　始めます。\n',
    ),
  ).toEqual(['1　開会の日時', '2　招集の場所', '3　列席したもの', '4　傍聴者数', '5　議事及び議題　別添のとおり']);
});

test('no agenda alone, no numbers that do not run on', () => {
  expect(labels('議題\n1　橋について\n2　道について\n3　その他\n○議長　始めます。\n')).toEqual([]);
  expect(labels('1　日時　平成26年2月20日\n3　場所　会議室\n○議長　始めます。\n')).toEqual([]);
});
