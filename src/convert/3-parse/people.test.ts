/** Proves that names in Latin letters are read, with an apostrophe and without, and that bodies are nobody. */
import { expect, test } from 'vitest';
import { readPeople } from './people.ts';

test.each([
  [
    "𠮷田はな座長、Johnson Mary委員、O'Brien Patrick委員",
    [
      ['𠮷田はな', '座長'],
      ['Johnson Mary', '委員'],
      ["O'Brien Patrick", '委員'],
    ],
  ],
  ["O'Brien Patrick 国際交流員", [["O'Brien Patrick", '国際交流員']]],
  [
    "Johnson Mary 議員、O'Brien Patrick 国際交流員",
    [
      ['Johnson Mary', '議員'],
      ["O'Brien Patrick", '国際交流員'],
    ],
  ],
  ['D’Angelo Maria 委員', [['D’Angelo Maria', '委員']]],
  ['第二分団　分団長　（欠　席）　副分団長　井門　春樹', [['井門 春樹', '副分団長']]],
  ['座　長　　筑土　由紀夫　　みぎわ大学大学院　工学研究科　教授', [['筑土 由紀夫', '座長']]],
  [
    '鈴鹿、北山崎、加賀谷の各評議員',
    [
      ['鈴鹿', '評議員'],
      ['北山崎', '評議員'],
      ['加賀谷', '評議員'],
    ],
  ],
  ['Amazon Web Services ジャパン合同会社', []],
  ['ICT委員、広報委員', []],
])('%s', (line, people) => {
  expect(readPeople(line).map(({ name, role }) => [name, role])).toEqual(people);
});
