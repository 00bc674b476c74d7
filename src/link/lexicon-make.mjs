/**
 * Makes `lexicon.txt` from a dictionary of Sudachi:
 *
 *     unzip sudachidict_core-20260723.1-py3-none-any.whl sudachidict_core/resources/system.dic
 *     node src/link/lexicon-make.mjs sudachidict_core/resources/system.dic
 *
 * The dictionary is SudachiDict of Works Applications (Apache-2.0, with parts of UniDic and NEologd: lexicon-LICENSE.txt).
 * It is 200 MB, so that the words taken from it are checked in. The same dictionary gives the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KATAKANA = /^[ァ-ヺー]+$/u;
const LATIN = /^[A-Za-z][A-Za-z0-9 \-/.&+]*$/u;
/** A normal form that shows a loan: 赤 is that of アカ, and アカ is no loan. */
const LOAN = /^[ァ-ヺーA-Za-z0-9 .&+/・-]+$/u;
const COMMON = /^(?:名詞-普通名詞|形状詞-一般|名詞-固有名詞-地名-国)/u;
const PROPER = /^名詞-固有名詞/u;
const [SHORTEST, LONGEST] = [3, 15];

/** Parts of words that no word of its own is: what holds one stays one word. `ディスカバリ`, `フォロワーシップ`. */
const BOUND =
  /^(?:ディス|インター?|トランス|マイクロ|ハイパー|アンチ|オート|オーバー|アンダー|カウンター)|(?:シップ|リング|イズム|レート)$/u;

/** Heads of compounds, which even short words stand before: `テストデータ`; but アスタリスク is no リスク. */
const HEADS = new Set('カード コード サイト ソフト データ テスト ファイル ページ メール モデル'.split(' '));

/** Words of two characters that compounds begin with: `ログファイル`. */
const SHORT = new Set('キー タグ テロ バグ ログ'.split(' '));

/** Rare, and made of the end of one word and the beginning of another. */
const LEFT_OUT = new Set(['アップデータ', 'アップデーター']);

const [, , source] = process.argv;
const words = readDictionary(readFileSync(source));
const common = new Map();
const proper = new Set();
/** Latin spellings by the katakana that is their normal form: `expert system` for エキスパートシステム. */
const latin = new Map();
const normal = new Map();
for (const { word, pos, cost, parts, norm } of words) {
  if (LATIN.test(word) && KATAKANA.test(norm)) addTo(latin, norm, word);
  if (!KATAKANA.test(word)) continue;
  addTo(normal, word, norm);
  if (word.length < SHORTEST || word.length > LONGEST || parts > 1 || /^[ッャュョァィゥェォーン]/u.test(word)) continue;
  if (COMMON.test(pos) && LOAN.test(norm)) common.set(word, Math.min(cost, common.get(word) ?? cost));
  else if (PROPER.test(pos)) proper.add(word);
}

const plain = [...common.keys()].filter(word => ![word, otherEndOf(word)].some(isTransparent) && !LEFT_OUT.has(word));
const known = new Set(plain);
// A name matters only where it would otherwise read as words: フェイスブック.
const names = [...proper].filter(word => !common.has(word) && split(word, common));
const sorted = [...new Set([...plain, ...names])].sort();
writeFileSync(join(import.meta.dirname, 'lexicon.txt'), `${frontCoded(sorted)}\n`);
console.log(`${known.size} words, ${sorted.length - known.size} names`);

/** コンピュータ, コンピューター */
function otherEndOf(word) {
  return word.endsWith('ー') ? word.slice(0, -1) : `${word}ー`;
}

/** Whether a word is two words of English written as one: サプライチェーンリスク. Then its pieces do, and it is left out. */
function isTransparent(word) {
  const pieces = common.has(word) && split(word, common);
  if (!pieces) return false;
  const spellings = spellingsOf(word);
  if (spellings.some(spelling => /[ ァ-ヺ-]/u.test(spelling))) return !BOUND.test(word);
  if (spellings.length > 0 || pieces.length > 2 || BOUND.test(word)) return false;
  return (HEADS.has(pieces[1]) || pieces.some(piece => piece.length > SHORTEST)) && pieces.every(isOrdinary);
}

function isOrdinary(piece) {
  return SHORT.has(piece) || common.get(piece) < 5000 || spellingsOf(piece).some(spelling => !spelling.includes(' '));
}

function spellingsOf(word) {
  const norms = [...(normal.get(word) ?? [])];
  return [word, ...norms]
    .flatMap(norm => [...(latin.get(norm) ?? [])])
    .concat(norms.filter(norm => !KATAKANA.test(norm)));
}

/** The fewest shorter words that make up a word. */
function split(word, among) {
  const best = [[]];
  for (let end = 1; end <= word.length; end++)
    for (let start = 0; start < end; start++) {
      const piece = word.slice(start, end);
      if (!best[start] || piece === word || !(among.has(piece) || SHORT.has(piece))) continue;
      if (!best[end] || best[start].length + 1 < best[end].length) best[end] = [...best[start], piece];
    }
  return best[word.length];
}

function frontCoded(sorted) {
  let last = '';
  return sorted
    .map(word => {
      let shared = 0;
      while (shared < last.length && word[shared] === last[shared]) shared++;
      last = word;
      return `${shared.toString(36)}${word.slice(shared)}${known.has(word) ? '' : '*'}`;
    })
    .join('\n');
}

function addTo(map, key, value) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** All words of a dictionary of the format `SudachiBinaryDic` 1: word, part of speech, cost, parts of unit A, normal form. */
function readDictionary(bytes) {
  const sections = readSections(bytes);
  const parts = readParts(bytes, sections.POS.offset);
  const entries = [];
  const { offset: base, size } = sections.Entries;
  for (let at = 32; at + 32 <= size; ) {
    const from = base + at;
    const counts = [...bytes.subarray(from + 26, from + 31)].map(count => (count === 255 ? 0 : count));
    entries.push({
      id: at / 8,
      word: stringAt(bytes.readUInt32LE(from + 8)),
      pos: parts[bytes.readUInt16LE(from + 6)],
      cost: bytes.readInt16LE(from + 4),
      parts: counts[2],
      norm: bytes.readUInt32LE(from + 16),
    });
    let end = from + 32 + 4 * counts.reduce((sum, count) => sum + count, 0);
    if (bytes[from + 31]) end += 2 + 2 * bytes.readUInt16LE(end);
    at = Math.ceil((end - base) / 8) * 8;
  }
  const byId = new Map(entries.map(({ id, word }) => [id, word]));
  return entries.filter(({ word }) => word).map(entry => ({ ...entry, norm: byId.get(entry.norm) ?? '' }));

  /** A string of up to 19 UTF-16 units; longer ones do not concern us. */
  function stringAt(pointer) {
    const length = pointer >>> 27;
    if (length > 19) return '';
    const from = sections.Strings.offset + 2 * (pointer & 0x7ffffff);
    return bytes.toString('utf16le', from, from + 2 * length);
  }
}

function readSections(bytes) {
  const sections = {};
  let at = bytes.indexOf('ConnMatrix') - 1;
  while (bytes[at]) {
    const name = bytes.toString('latin1', at + 1, at + 1 + bytes[at]);
    at += 1 + bytes[at];
    const [offset, size] = [number(), number()];
    sections[name] = { offset, size };
  }
  return sections;

  function number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }
}

function readParts(bytes, offset) {
  let at = offset + 2;
  return Array.from({ length: bytes.readUInt16LE(offset) }, () =>
    Array.from({ length: 6 }, () => {
      const length = bytes.readUInt16LE(at);
      at += 2 + 2 * length;
      return bytes.toString('utf16le', at - 2 * length, at);
    })
      .slice(0, 4)
      .join('-'),
  );
}
