/** Recognises kinds of writing in which a character that looks misread is right: rules are not asked there. */
import { remember } from '@tsuzuri/core/collections';

/** What a rule card names under `except`. */
export type Writing = 'label' | 'katakana' | 'historical' | 'quoted' | 'code' | 'chinese';

/** A place of a text, in UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a character would be changed, in its text and in the page. */
export interface WrittenPlace extends Range {
  readonly text: string;
  readonly page: string;
}

/** Whether a place stands in writing of one of these kinds. */
export const isWritten = (place: WrittenPlace, kinds: readonly Writing[]): boolean =>
  kinds.some(kind => HOLDS[kind](place));

const HOLDS: Readonly<Record<Writing, (place: WrittenPlace) => boolean>> = {
  label: ({ text, start, end }) => isLabel(text, start, end),
  katakana: ({ text, page }) => isKatakanaProse(text) || (!HIRAGANA.test(text) && isKatakanaPage(page)),
  historical: ({ text, page }) => isHistorical(page) || (hasSmall(page) && isLargeKana(text)) || isLargePage(page),
  quoted: ({ text, start }) => isOldSentence(text, start),
  code: ({ text, start }) => isCode(text, start),
  chinese: ({ text, page }) => !KANA.test(text) && isChinese(page),
};

const HIRAGANA = /\p{sc=Hiragana}/u;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

// Labels: `ハ　市内に通学する者`, `（エ）`, `第二号ニ`, `様式ト`, `イ、ロ及びハ`.

/** Behind these a katakana character or a kanji numeral names an item: `第二号ニ`, `同項イ`, `様式ト`, `別表ロ`, `前記ハ`. */
const REFERRED =
  /(?:[号条項節款目編章表式図票群類種級区案欄枠]|[前同右左上下次別後]記|区分|部分|規格|資料|付属|附属|別紙)$/u;
/** Other labels, and words that part them: `イ、ロ及びハ`, `ニ又はホ`, `イからニまで`, `ハ・ト` */
const LISTED =
  /(?:^|[^ァ-ヶー])[ア-ン](?:[、，・及並又若乃至\u3000 ]|及び|並びに|又は|または|若しくは|ないし|乃至|から|と|～|〜|－|-){1,2}$/u;
const LISTS = /^(?:[、，・]|及び|並びに|又は|または|若しくは|ないし|乃至|から|～|〜|－|-)[ア-ン](?![ァ-ヶー])/u;
/** Marks that open a label, and those that close it. */
const OPENS = /(?:^|[\s（(［[【「『〔<＜・○◯●◇◆□■※])$/u;
const CLOSES = /^(?:[\s）)］\]】」』〕>＞．.：:]|$)/u;

/** What is called by a kana: `カ行`, `ハ長調`, `ト音記号`, `コの字型`, `ニ棟`, `ロ号室` */
const CALLED =
  /^(?:行(?![うわいっくきけこ政動為事])|段(?!階)|列|[長短]調|音(?:記号|部)|の(?:字|項|欄|部|区分|場合)|棟|号(?:室|棟|案)|[班組](?!合|織)|工区|地区|案|群)/u;

function isLabel(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const behind = text.slice(end, end + 8);
  // Numerals have neighbours of their kind: `第二号二十`.
  if (/^[〇一二三四五六七八九十百千]/u.test(behind)) return false;
  return (
    (OPENS.test(before) && CLOSES.test(behind)) ||
    (CALLED.test(behind) && !/\p{sc=Han}$/u.test(before)) ||
    REFERRED.test(before) ||
    LISTED.test(before) ||
    LISTS.test(behind)
  );
}

// Prose in kanji and katakana: `工事ハ六月ニ着手ス`.

/** Katakana that do the work of particles and endings, beside kanji. */
const FUNCTION =
  /(?<=[\p{sc=Han}、。])(?:ヲ|ハ|ニ|ノ|ト|モ|ガ|ヘ|ヨリ|ニテ|ス|シ|セ|スル|シテ|シタ|セリ|セル|タル|タリ|ナリ|ナル|アリ|ル|レ|キ|ク|リ|ム|フ|ベシ|ベキ|ザル|ズ)(?![ァ-ヶー])/gu;

/** What hardly any katakana word has. */
const CLASSICAL = /[ヲヰヱ]|[スナ]ル|ナリ|セリ|シテ|ベシ/u;

const isKatakanaProse = (text: string): boolean =>
  !HIRAGANA.test(text) && count(text, FUNCTION) >= (CLASSICAL.test(text) ? 2 : 3);

/** Many short lines are no sentence by themselves: the page decides. */
const isKatakanaPage = remember(page => {
  const prose = page.split('\n').filter(isKatakanaProse);
  return prose.length >= 3 || (prose.length > 0 && !HIRAGANA.test(page));
});

// Historical orthography: `さうでせう`, `行つて`, `國會`.

/** What only historical kana usage writes. */
const OLD_KANA =
  /[ゐゑヰヱゝゞ]|[でま]せう|だらう|であらう|なからう|やう(?=[にな])|[さか]う(?=[いしだで])|い[ふひは](?=[。、こ]|のは|もの)|[思言云伴従養行]ふ|けふ|きのふ|まゐ|をり(?=まし)/gu;
/** Old forms of frequent kanji; names have them too (澤, 國, 邊), so that many different ones are needed. */
const OLD_KANJI =
  /[國會學實對應當體點發變聲讀續經營數總關戰爭擧區醫圖團圍萬與豫餘獨樂榮勞聯證號據處缺傳佛拂假價兩參廳廢歸氣濟燒爲獻舊藝覺觀視鐵黨龍齒]/gu;

const isHistorical = remember(page => {
  const kana = count(page, OLD_KANA);
  const kanji = new Set(page.match(OLD_KANJI)).size;
  const size = page.length / 2000;
  return kana >= 3 + size || kanji >= 8 + size || (kana >= 1 && kanji >= 4 + size) || (page.length < 200 && kana >= 2);
});

/** `洗ひもの`, `違ふ`, not `今ひとつ`: in one word a misreading, beside another old word none */
const OLD_ENDING = /\p{sc=Han}(?<![及呼並遊学運選結飛延喜叫再浮忍転])(?:ひ(?![とな])|ふ(?![んえやぶたる]))/gu;

/** A sentence of a letter or an inscription that a document of today quotes: `洗ひものを干しに行つたとあります` */
function isOldSentence(text: string, start: number): boolean {
  const before = text.slice(text.lastIndexOf('。', start - 1) + 1, start);
  const behind = text.slice(start + 1).split('。', 1)[0] ?? '';
  return [before, behind].some(part => count(part, OLD_KANA) + count(part, OLD_ENDING) > 0);
}

/** `であつて`, `立つたところ`, `ありましよう`: kana that are small today */
const LARGE = /(?<=[\p{sc=Hiragana}\p{sc=Han}])(?<!か)つ[てた]|[でま]しよう/gu;
const SMALL = /[っゃゅょッャュョ]/u;
const hasSmall = remember(page => /[っゃゅょ]/u.test(page));
/** When kana had become small: a scan of such a day without any was misread throughout. */
const TODAY =
  /(?:令和|平成)[ \u3000]*[0-9０-９元一二三四五六七八九十]|(?<![0-9])(?:19[6-9]|20[0-9])[0-9][ \u3000]*[年/.-]/u;
/** Hiragana among which today's spelling has a small one: today one in 15 to 30 is. */
const ENOUGH = 150;

/** A passage as it was printed before kana became small: laws and judgements are quoted so. */
const isLargeKana = (text: string): boolean => !SMALL.test(text) && count(text, LARGE) >= 2;
const isLargePage = remember(
  page => !SMALL.test(page) && !TODAY.test(page) && (isLargeKana(page) || count(page, /\p{sc=Hiragana}/gu) >= ENOUGH),
);

// Codes: a cell or a line of letters, figures, single characters.

const CODE = /^[\s\p{P}\p{S}A-Za-z0-9０-９Ａ-Ｚａ-ｚァ-ヶー〇一二三四五六七八九十]{1,12}$/u;
const WORD = /[ァ-ヶー]{3}/u;

function isCode(text: string, start: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  return CODE.test(line) && !WORD.test(line);
}

// Chinese: a page without kana; a line without kana in it.

const isChinese = remember(page => {
  const kanji = count(page, /\p{sc=Han}/gu);
  return kanji >= 20 && count(page, /[\p{sc=Hiragana}\p{sc=Katakana}]/gu) * 50 < kanji;
});

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
