/** Shows under the title of minutes what the document is: body, day, place, scan, what was corrected. */

import type { BookFile } from '@tsuzuri/core/book';
import { useData, withBase } from 'vitepress';
import { type FunctionalComponent, h, type VNodeChild } from 'vue';
import { japaneseDate } from '../../config/locale-ja.ts';
import type { ThemeConfig } from '../../config/navigation.ts';
import { ProofSwitch } from '../corrections/proof-switch.ts';
import { bookLink } from '../home/offline-books.ts';

/** Front matter of minutes; what the scan does not say is absent. */
interface Matter {
  readonly body?: string;
  readonly parent?: string;
  /** Where the body has its page. */
  readonly bodyLink?: string;
  readonly session?: number;
  readonly date?: string;
  readonly era?: string;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly document?: string;
  readonly draft?: boolean;
  readonly fiscal?: number;
  readonly issuer?: string;
  readonly scan?: { readonly file: string };
  readonly edits?: number;
  readonly doubts?: number;
  readonly letters?: number;
  readonly book?: BookFile;
}

/** How fast Japanese prose is read, by common estimates. */
const LETTERS_A_MINUTE = 500;

/** The rows in their order; one without a value is left out. */
const ROWS: readonly (readonly [label: string, value: (matter: Matter, theme: ThemeConfig) => VNodeChild])[] = [
  [
    '会議',
    ({ parent, body, bodyLink }) =>
      (parent || body) && [parent && `${parent} `, bodyLink ? h('a', { href: withBase(bodyLink) }, body) : body],
  ],
  ['回', ({ session }) => session && `第${session}回`],
  ['日付', ({ date, era }) => date && [h('time', { datetime: date }, japaneseDate(date)), era && `（${spaced(era)}）`]],
  ['年度', ({ date, fiscal }) => !date && fiscal && `${fiscal}年度`],
  ['時刻', ({ start, end }) => [start, end].filter(Boolean).join('〜')],
  ['場所', ({ venue }) => venue],
  ['文書', ({ document, draft }) => document && [document, draft && h('span', { class: 'draft-mark' }, '案')]],
  ['作成', ({ issuer }) => issuer],
  ['原文', ({ scan }) => scan && scanFile(scan.file)],
  ['分量', ({ letters }) => letters && `約${round(letters)}字（読むのに約${Math.ceil(letters / LETTERS_A_MINUTE)}分）`],
  ['印刷用', ({ book }) => book && bookLink(book)],
  ['校正', ({ edits, doubts }) => edits !== undefined && corrections(edits, doubts ?? 0)],
];

export const MinutesHead: FunctionalComponent = () => {
  const { frontmatter, theme } = useData<ThemeConfig>();
  const rows = ROWS.map(([label, value]) => [label, value(frontmatter.value as Matter, theme.value)] as const);
  const shown = rows.filter(([, value]) => value);
  return h('div', { class: 'minutes-head' }, [
    h(
      'dl',
      shown.map(([label, value]) =>
        h('div', { key: label }, [h('dt', label), h('dd', Array.isArray(value) ? value : [value])]),
      ),
    ),
    h(ProofSwitch),
  ]);
};
MinutesHead.displayName = 'MinutesHead';

const round = (letters: number): string => (Math.ceil(letters / 100) * 100).toLocaleString('ja');

function scanFile(file: string): VNodeChild {
  return h('a', { href: withBase(`/scans/${encodeURIComponent(file)}`), target: '_blank' }, [h('code', file)]);
}

function corrections(edits: number, doubts: number): string {
  const open = doubts > 0 ? `ほかに直さず残した疑い ${doubts} か所` : '残した疑いはありません';
  return edits > 0 ? `${edits} か所を訂正（${open}）` : `訂正なし（${open}）`;
}

/** A bracket inside of our own brackets reads badly: 平成24年11月1日(木) → 平成24年11月1日 木曜日 */
function spaced(era: string): string {
  return era.replace(/\s*[（(]([月火水木金土日])[）)]/, ' $1曜日');
}
