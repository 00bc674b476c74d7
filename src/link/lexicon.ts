/** Knows loan words and proper names, and so where a katakana run may be cut: サプライチェーン|リスク, but インフラストラクチャ. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Words of two characters that compounds are made of; the others of that length are rather pieces of longer words. */
const SHORT =
  'ガス カー キー ギア コア ゴム サブ ゼロ タグ タブ ダム テロ デモ ドア ノブ ハブ バグ バス パス ビザ ビル フル ピン ペン ミス メモ ロゴ ログ ロボ';

/** What is no word of its own before another one, or makes another thing of it: アンチ|ウイルス. */
const BOUND_BEFORE =
  'アウト アップ アンダー アンチ イントラ インター インタ インナー エクストラ オーバー オート カウンター コンテ スーパー ダウン ディス トランス ハイパー バイオ バック ポスト マイクロ マクロ ミクロ メガ';

/** What is no word of its own behind another one, or makes another thing of it: パスワード|レス. */
const BOUND_BEHIND = 'アブル イズム イング シップ フリー ライク リング ワイズ レス ウェア ウエア';

/** With these a word becomes an adjective, which stands before another word: スタックレス|コルーチン, ロックフリー|キュー. */
const ADJECTIVES = /(?:レス|フル|フリー|ライク|ネイティブ|ファースト|ドリブン|アウェア)$/u;

/** With these a word is one with them: ポップアップ|ダイアログ, サインイン|ページ. */
const ADVERBS =
  /^(?:カウント|クール|サイン|シャット|スケール|スタート|セット|タイム|チェック|ドロップ|バック|ピック|フェード|プル|ブレイク|ポップ|ラップ|ログ|ロック)(?:アップ|ダウン|イン|アウト|オン|オフ)$/u;

/** Beside these a proper name keeps its meaning, whatever it names. */
const PLAIN = 'アカウント ウェブサイト サイト ページ ホームページ メンバー ユーザ ユーザー';

/** Whole words that the list does not have, has in pieces, or has as the name of a company; and a few names. */
const OURS = `
  エンドツーエンド ビルトイン フォールバック ミドルウェア ローレベル ハイレベル
  アグリゲーター アペタイト インストルメンテーション インフォスティーラー ウェブサイト ウェブフック エンドポイント
  オープンソース オブザーバビリティ オンボーディング キーロガー クラウドストライク クラウドファンディング クラウドソーシング クラウドフレア クリプター クリプト
  クレデンシャル クロスサイト ケーススタディ サーバーレス サードパーティ サイドカー サイドチャネル
  サプライチェーン サンドボックス ジェイルブレイク スキミング スクレイパー スティーラー スニッフィング スニファ スニフィング
  スマートコントラクト ゼロデイ ゼロトラスト タイムスタンプ タスクフォース ダークウェブ ダッシュボード ツールキット
  テレメトリ デシリアライゼーション デュアルユース トークナイザー ネームスペース ハイジャッキング ハッシング
  バックドア パスキー パスフレーズ ファイルレス ファインチューニング ファジング フィッシング フォレンジックス
  ブルートフォース プレイブック プロアクティブ プロビジョニング ブロックチェーン ベアラ ベストプラクティス
  ペネトレーション ペンテスト ポイズニング ポートスキャン ボットネット ホームページ マシンラーニング マルウェア
  ライフサイクル ラテラルムーブメント ランサム ランサムウェア リアクティブ リモートワーク ルートキット レジリエンス
  レトロアクティブ ロードバランサ ロードマップ ワーキンググループ ワークショップ ワークロード
`;

/** What the list has as one word, and is two that people look up: バス|ターミナル. */
const TWO_WORDS = `
  カーシェアリング カーステレオ カーディーラー カードローン カーナビゲーション カーフェリー カーポート カーラジオ カーレース
  ガスエンジン ガススタンド ガスステーション ガスストーブ ガスタンク ガスタービン ガスバーナー ガスパイプ ガスホルダー ガスメーター
  ガスライター ガスレンジ ギアボックス コアカリキュラム コアシステム コアネットワーク サーボブレーキ サーボモーター ダムサイト
  デモテープ ドアエンジン ドアガード ドアストッパー ドアチェーン ドアチャイム ドアロック バスガイド バスジャック バスストップ
  バスセンター バスターミナル バスツアー バスルート システムエンジニアリング データモデリング ビルブローカー プロンプトエンジニアリング ペンライト
`;

/** What a word of a run of katakana is; a name is known, but who it stands beside is part of a name. */
type Sort = 'word' | 'name';

const bound = { before: setOf(BOUND_BEFORE), behind: setOf(BOUND_BEHIND) };
const plain = setOf(PLAIN);
const LONGEST_WORD = 15;
const MOST = 1000;

const fileOfWords = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@tsuzuri/link/package.json')), 'lexicon.txt');

let words: ReadonlyMap<string, Sort> | undefined;

/** Where a name lies in a run of katakana, in UTF-16 units of the run. */
interface Cut {
  readonly run: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a run falls into known words at both ends of a name. `proper`: of a name that beside most words is part of another one. */
export type Cutter = (cut: Cut, proper: boolean) => boolean;

/** Runs longer than this are no words, or no text. */
const LONGEST_RUN = 60;
const MOST_REMEMBERED = 20_000;

/** @param names of the glossary, which are words too */
export function createCutter(names: ReadonlySet<string>): Cutter {
  const answers = new Map<string, boolean>();
  return (cut, proper) => {
    if (cut.run.length > LONGEST_RUN) return false;
    const key = `${cut.start} ${cut.end} ${proper} ${cut.run}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = mayCut(cut, names, proper);
    answers.set(key, answer);
    return answer;
  };
}

/**
 * Whether a run falls into known words so that the name is some of them, and does not as well fall otherwise.
 * @param names of the glossary, which are words too
 * @param proper whether the name is that of one thing alone, which beside most words is part of another name
 */
function mayCut({ run, start, end }: Cut, names: ReadonlySet<string>, proper: boolean): boolean {
  const before = readRun(run.slice(0, start), names) ?? unknownBefore({ run, start, end }, names, proper);
  const behind = readRun(run.slice(end), names) ?? unknownBehind({ run, start, end }, names, proper);
  if (!before || !behind) return false;
  const [previous, next] = [before.words.at(-1), behind.words[0]];
  if (previous && !isFree(previous, names, proper, bound.before)) return false;
  if (next && !isFree(next, names, proper, bound.behind)) return false;
  const cost = before.cost + 1 + behind.cost;
  const others = [start, end].filter(at => at > 0 && at < run.length).map(at => readRun(run, names, at));
  return others.every(other => !other || other.cost > cost);
}

/** The last word of a compound says what it is, and a long one is hardly the end of another word: レンダーレス|コンポーネント. */
const [LONG_HEAD, LONG_UNKNOWN] = [6, 3];

function unknownBefore({ run, start, end }: Cut, names: ReadonlySet<string>, proper: boolean): Reading | undefined {
  const isHead = end === run.length && end - start >= LONG_HEAD && start >= LONG_UNKNOWN;
  return isHead && !proper && !readRun(run, names) ? { words: [], cost: 1 } : undefined;
}

/** Before an unknown word for who or what does something a long name is hardly the beginning of another one: モジュール|バンドラー. */
const [LONG_FIRST, DOES] = [5, /..[カガサザタダナバパマラ]ー$/u];

function unknownBehind({ run, start, end }: Cut, names: ReadonlySet<string>, proper: boolean): Reading | undefined {
  const isFirst = start === 0 && end >= LONG_FIRST && DOES.test(run.slice(end));
  return isFirst && !proper && !readRun(run, names) ? { words: [], cost: 1 } : undefined;
}

function isFree(word: string, names: ReadonlySet<string>, proper: boolean, excluded: ReadonlySet<string>): boolean {
  if (proper) return plain.has(word);
  return !excluded.has(word) && costOf(word, names) < NAME;
}

/** A way to read a run; a name that reads as words too costs as much as two of them. */
interface Reading {
  readonly words: readonly string[];
  readonly cost: number;
}

/** The cheapest words that a run falls into, none of them over the offset `uncut`; `undefined` if it does not. */
function readRun(run: string, names: ReadonlySet<string>, uncut?: number): Reading | undefined {
  const best: (Reading | undefined)[] = [{ words: [], cost: 0 }];
  for (let end = 1; end <= run.length; end++) {
    if (end === uncut) continue;
    for (let start = 0; start < end; start++) {
      const [before, shortest] = [best[start], best[end]];
      if (!before || (shortest && shortest.cost < before.cost + 1)) continue;
      const word = run.slice(start, end);
      const cost = before.cost + costOf(word, names);
      // As good a reading without a name, which is the longer word, comes later and is the better one.
      if (cost <= (shortest?.cost ?? MOST)) best[end] = { words: [...before.words, word], cost };
    }
  }
  return best[run.length];
}

/** What a name costs that may also be words. */
const NAME = 2;

function costOf(word: string, names: ReadonlySet<string>): number {
  if (names.has(word)) return 1;
  const sort = sortOf(word);
  if (sort === 'word') return 1;
  if (ADVERBS.test(word)) return 1;
  // Less likely than a word: ストリーミング|レスポンス.
  if (ADJECTIVES.test(word) && sortOf(word.replace(ADJECTIVES, '')) === 'word') return 1.5;
  return sort === 'name' ? NAME : Number.POSITIVE_INFINITY;
}

/** A long vowel at the end is written or not: コンピュータ, コンピューター. */
function sortOf(word: string): Sort | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const other = word.endsWith('ー') ? word.slice(0, -1) : `${word}ー`;
  return lexicon().get(word) ?? (word.length > 3 ? lexicon().get(other) : undefined);
}

/**
 * The words of `lexicon.txt`, read when the first is asked for. They are in order, out of SudachiDict by `lexicon-make.mjs`; a
 * line is how many characters it shares with the one before it, in base 36, and the others; `*` behind them marks a name.
 */
function lexicon(): ReadonlyMap<string, Sort> {
  words ??= decode(readFileSync(fileOfWords(), 'utf8').trimEnd());
  return words;
}

function decode(lines: string): ReadonlyMap<string, Sort> {
  const decoded = new Map<string, Sort>();
  let last = '';
  for (const line of lines.split('\n')) {
    const isName = line.endsWith('*');
    last = last.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1, isName ? -1 : undefined);
    decoded.set(last, isName ? 'name' : 'word');
  }
  for (const word of setOf(TWO_WORDS)) decoded.delete(word);
  for (const word of [...setOf(SHORT), ...setOf(OURS)]) decoded.set(word, 'word');
  return decoded;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
