/** Damages correct text as OCR does, by a table of confusions, and tells what became of each injury. */
import type { Edit } from '@tsuzuri/core/trace';

/** One class of error. `automatic`: a rule may mend it; the others may only be doubted. */
export interface Damage {
  readonly name: string;
  readonly automatic: boolean;
  /** What can be struck; an empty match is a place where something gets in. */
  readonly find: RegExp;
  readonly ins: string | ((found: string) => string);
}

const from =
  (table: Readonly<Record<string, string>>): Damage['ins'] =>
  found =>
    table[found] ?? found;
const any = (table: Readonly<Record<string, string>>): string => `[${Object.keys(table).join('')}]`;
/** `か が か…` → か: が, が: か */
const pairs = (list: string): Record<string, string> =>
  Object.fromEntries(list.split(' ').map(pair => [pair[0] as string, pair.slice(1)]));
const bothWays = (list: string): Record<string, string> =>
  pairs(`${list} ${[...list.split(' ')].map(pair => `${pair[1]}${pair[0]}`).join(' ')}`);

const GLYPHS = pairs(
  '実实 際际 関关 開开 間间 問问 時时 論论 議议 報报 検检 対对 務务 員员 経经 済济 術术 権权 応应 設设 計计 税稅 産產 歩步 戻戾 毎每 銀银 進进 運运 達达 選选 過过 題题 額额 続续 組组 織织 給给 約约 級级 結结 説\u8aaa 税\u7a05 産\u7522 内\u5167 値\u503c 査\u67e5',
);
const LARGE = pairs('っつ ッツ ゃや ゅゆ ょよ ャヤ ュユ ョヨ ァア ィイ ェエ ォオ');
const DAKUTEN = bothWays(
  'かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ てで とど はば ひび ふぶ へべ ほぼ カガ キギ クグ コゴ シジ スズ テデ トド ハバ フブ プブ パバ ベペ',
);
const KANJI = bothWays(
  '人入 末未 土士 千干 大犬 問間 待侍 績積 議義 己已 日曰 白自 目日 困因 氏民 師帥 件伴 施旋 検険 準隼 微徴 縁緑 網綱 遺遣 復複 構講 側測 貸貨 崇祟 密蜜 徐除 債責 職識',
);
const KATAKANA = pairs('カ力 ロ口 ニ二 タ夕 ハ八 エ工 ト卜 ー一');
const TO_KATAKANA = pairs('力カ 口ロ 二ニ 夕タ 八ハ 工エ 一ー');

export const DAMAGES: readonly Damage[] = [
  { name: '字体（実→实）', automatic: true, find: new RegExp(any(GLYPHS), 'gu'), ins: from(GLYPHS) },
  { name: '小書き（っ→つ、ュ→ユ）', automatic: true, find: new RegExp(any(LARGE), 'gu'), ins: from(LARGE) },
  {
    name: '旧仮名（う→ふ、い→ひ）',
    automatic: true,
    find: /(?<=[\p{sc=Han}])[うい]/gu,
    ins: from({ う: 'ふ', い: 'ひ' }),
  },
  {
    name: 'カタカナ→漢字（カ→力、ー→一）',
    automatic: true,
    find: new RegExp(`(?<=[ァ-ヶー])${any(KATAKANA)}|${any(KATAKANA)}(?=[ァ-ヶー])`, 'gu'),
    ins: from(KATAKANA),
  },
  {
    name: '漢字→カタカナ（力→カ、一→ー）',
    automatic: true,
    find: new RegExp(`(?<=\\p{sc=Han})${any(TO_KATAKANA)}|${any(TO_KATAKANA)}(?=\\p{sc=Han})`, 'gu'),
    ins: from(TO_KATAKANA),
  },
  { name: '文末の「る」の脱落', automatic: true, find: /(?<=[\p{sc=Hiragana}\p{sc=Han}])る(?=。)/gu, ins: '' },
  { name: '連用形（まいる。→まいり。）', automatic: true, find: /(?<=[てで](?:まい|参))る(?=。)/gu, ins: 'り' },
  {
    name: '助詞の重複（をを）',
    automatic: true,
    find: /(?<=[\p{sc=Han}\p{sc=Katakana}](?:を|に|が|は|の|と|で|も))(?=[\p{sc=Han}\p{sc=Katakana}、])/gu,
    ins: '*',
  },
  {
    name: '折り返しの空白',
    automatic: true,
    find: /(?<=[\p{sc=Hiragana}\p{sc=Han}])(?=\p{sc=Hiragana}[^\n]*。)/gu,
    ins: ' ',
  },
  {
    name: 'ページの切れ目',
    automatic: true,
    find: /(?<=[^\n。、「」（）()・○]{4})(?=[^\n。、「」（）()・○\s]{4}[^\n]*。)/gu,
    ins: '\n\n',
  },
  { name: '濁点（が⇔か）', automatic: false, find: new RegExp(any(DAKUTEN), 'gu'), ins: from(DAKUTEN) },
  { name: '似た漢字（人⇔入）', automatic: false, find: new RegExp(any(KANJI), 'gu'), ins: from(KANJI) },
  { name: '仮名の脱落', automatic: false, find: /(?<=[^\n])\p{sc=Hiragana}(?=[^\n])/gu, ins: '' },
  { name: '仮名の重複', automatic: false, find: /(?<=\p{sc=Hiragana})(?=[^\n])/gu, ins: '*' },
  { name: '数字', automatic: false, find: /[0-9]/gu, ins: found => String((Number(found) + 1) % 10) },
];

/** One error: `ins` stands in the damaged text instead of what the correct text has from `start` to `end`. */
export interface Injury {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
  readonly kind: Damage;
}

/** The same figures in every run. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Chooses up to `count` places of each class, none nearer to another than `APART` letters. */
export function injure(text: string, count: number, random: () => number): Injury[] {
  const injuries: Injury[] = [];
  for (const kind of DAMAGES) {
    const places = [...text.matchAll(kind.find)];
    for (let n = 0; n < count && places.length > 0; n++) {
      const [match] = places.splice(Math.floor(random() * places.length), 1) as [RegExpExecArray];
      const [start, found] = [match.index, match[0]];
      if (injuries.some(other => Math.abs(other.start - start) < APART)) continue;
      const ins = typeof kind.ins === 'function' ? kind.ins(found) : kind.ins.replace('*', text[start - 1] ?? '');
      injuries.push({ start, end: start + found.length, ins, kind });
    }
  }
  return injuries.toSorted((a, b) => a.start - b.start);
}
const APART = 25;

/** What stands in a text from `start` to `end`, and what is to stand there instead. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
}

function replace(text: string, sorted: readonly Replacement[]): string {
  let position = 0;
  let out = '';
  for (const { start, end, ins } of sorted) {
    out += text.slice(position, start) + ins;
    position = end;
  }
  return out + text.slice(position);
}

export const damage = (correct: string, injuries: readonly Injury[]): string => replace(correct, injuries);

/** What became of injuries: those that were healed, and edits that did not bring the correct text back. */
export interface Outcome {
  readonly healed: readonly Injury[];
  readonly wrong: readonly Edit[];
}

/** An injury or an edit, with the place that it takes in the damaged text. */
interface Placed extends Replacement {
  readonly injury?: Injury;
  readonly edit?: Edit;
}

/** Injuries as what would undo them, on offsets of the damaged text. */
export function place(correct: string, injuries: readonly Injury[]): (Placed & { injury: Injury })[] {
  let shift = 0;
  return injuries.map(injury => {
    const start = injury.start + shift;
    shift += injury.ins.length - (injury.end - injury.start);
    return { start, end: start + injury.ins.length, ins: correct.slice(injury.start, injury.end), injury };
  });
}

/**
 * Compares, wherever something was injured or edited, what came of it with what was there before.
 * @param edits those of the ledger: on offsets of the damaged text
 */
export function judge(correct: string, injuries: readonly Injury[], edits: readonly Edit[]): Outcome {
  const text = damage(correct, injuries);
  const edited = edits.map(edit => ({ start: edit.at, end: edit.at + edit.del.length, ins: edit.ins, edit }));
  const groups: Placed[][] = [];
  const all: Placed[] = [...place(correct, injuries), ...edited];
  for (const next of all.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last?.some(({ end }) => end >= next.start)) last.push(next);
    else groups.push([next]);
  }
  const healed: Injury[] = [];
  const wrong: Edit[] = [];
  for (const group of groups) {
    const edits = group.flatMap(({ edit }) => edit ?? []);
    if (edits.length === 0) continue;
    const start = Math.min(...group.map(range => range.start));
    const end = Math.max(...group.map(range => range.end));
    const local = (wanted: 'injury' | 'edit') =>
      group
        .filter(range => range[wanted])
        .map(range => ({ start: range.start - start, end: range.end - start, ins: range.ins }));
    const piece = text.slice(start, end);
    if (replace(piece, local('edit')) === replace(piece, local('injury')))
      healed.push(...group.flatMap(({ injury }) => injury ?? []));
    else wrong.push(...edits);
  }
  return { healed, wrong };
}
