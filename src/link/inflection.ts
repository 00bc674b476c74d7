/**
 * Writes a name in the other ways that a text has for it: an English one in its plural, and with a hyphen for a space or the
 * reverse; a loan word with or without the long vowel at its end.
 */

/**
 * Which capitals a spelling may have: all as on the card (`ITs` is no `its`), any, the `first` alone (`front-matter`, not
 * `Content-Type`), `none` (`windows`, not `Windows`).
 */
export type Capitals = 'exact' | 'any' | 'first' | 'none';

/** How a name is written where the text inflects it. */
export interface Variant {
  readonly form: string;
  readonly capitals: Capitals;
}

/** A name whose last word English may inflect: letters without accents, perhaps with digits before them. */
const ENGLISH = /^(?=.*[A-Za-z])[\x20-\x7e]*?([A-Za-z]+)$/u;
const ACRONYM = /^[A-Z]{2,}$/u;

/** Plurals that no rule gives, by the end of the word. */
const IRREGULAR: readonly (readonly [end: RegExp, ...plurals: string[]])[] = [
  [/(?<=child)$/iu, 'ren'],
  [/(?<=\b(?:wo|work|sales|fire|police|fresh|spokes|crafts|middle))man$/iu, 'men'],
  [/\bman$/iu, 'men'],
  [/(?<=(?:\b(?:ca|e|loa|se|thie|wo)l?|hal|shel|\blea))f$/iu, 'ves'],
  [/(?<=\b(?:kni|li|wi))fe$/iu, 'ves'],
  [/(?<=[a-z]{2})sis$/iu, 'ses'],
  [/(?<=\b(?:criteri|phenomen))on$/iu, 'a'],
  [/(?<=\b(?:ind|append|cod|vert|vort))ex$/iu, 'ices', 'exes'],
  [/(?<=\b(?:append|matr))ix$/iu, 'ices', 'ixes'],
  [/(?<=\bschem)a$/iu, 'as', 'ata'],
  [/(?<=\b(?:ech|her|potat|tomat|vet|torped|carg|mosquit))o$/iu, 'oes', 'os'],
  [/(?<=\bqui)z$/iu, 'zzes'],
  [/(?<=\b(?:foc|alumn|stimul|nucle|radi))us$/iu, 'uses', 'i'],
];

/** What stands behind a verb and hardly behind a noun: Hugo `builds the` site. */
const OBJECT =
  / (?:an?|the|this|that|these|those|each|every|any|all|its?|your|our|their|his|her|my|you|them|us|directly)(?![\p{L}'-])/uy;

/** Whether what looks like a plural is rather a verb, by what comes behind `end`. */
export function isVerb(text: string, end: number): boolean {
  OBJECT.lastIndex = end;
  return OBJECT.test(text);
}

/** Words without a plural, or with another word for one; verbs and adjectives are told by nothing. */
const NO_PLURAL =
  /(?:ness|ics|ware|ium|(?:^|\s)(?:as|its?|is|us|a|an|the|his|this|news|series|species|data|media|information|software|hardware|people|men|women|children))$/iu;

/** Words whose plural in capitals is a product. */
const PRODUCTS = /^(?:window|team|sheet|slide|doc|note|photo|map|page|action|worker)$/iu;

/** Loan words of three characters that are written with a long vowel too; ドラマ is no ドラマー. */
const SHORT_LOAN =
  /(?<![ァ-ヺー])(?:クエリ|サーバ|センタ|パーサ|ヘッダ|マスタ|メモリ|メンバ|モニタ|ユーザ|リーダ|ルータ|レイヤ)ー?$/u;
/** Longer ones: コンピュータ, カテゴリ, セキュリティ. */
const LOAN = /[ァ-ヺー]{3}[アカガサザタダナハバパマャヤラワィシジリミニビピギキチ]ー?$/u;

/**
 * How else a text may write a name.
 * @param name as a card spells it
 */
export function variantsOf(name: string): readonly Variant[] {
  if (SHORT_LOAN.test(name) || LOAN.test(name))
    return [{ form: name.endsWith('ー') ? name.slice(0, -1) : `${name}ー`, capitals: 'any' }];
  const last = ENGLISH.exec(name)?.[1];
  if (last === undefined) return [];
  const joined = joinedOtherwise(name);
  return [...pluralsOf(name, last), ...joined, ...joined.flatMap(({ form }) => pluralsOf(form, last, 'first'))];
}

/** `front matter` ↔ `front-matter` */
function joinedOtherwise(name: string): readonly Variant[] {
  if (!/^[A-Za-z]?[a-z]+(?:[ -][a-z]+)+$/u.test(name)) return [];
  return [name.replaceAll(' ', '-'), name.replaceAll('-', ' ')]
    .filter(form => form !== name)
    .map(form => ({ form, capitals: 'first' }));
}

function pluralsOf(name: string, last: string, capitals: Capitals = 'any'): readonly Variant[] {
  if (ACRONYM.test(last))
    return (last.endsWith('S') ? ['s', 'es'] : ['s']).map(end => ({ form: name + end, capitals: 'exact' }));
  if (last.length < 3 || NO_PLURAL.test(name)) return [];
  const stem = name.slice(0, name.length - last.length);
  const asked = PRODUCTS.test(name) ? 'none' : capitals;
  return endingsOf(last).map(plural => ({ form: stem + plural, capitals: asked }));
}

function endingsOf(word: string): readonly string[] {
  const irregular = IRREGULAR.find(([end]) => end.test(word));
  if (irregular) return irregular.slice(1).map(plural => word.replace(irregular[0], String(plural)));
  if (/[^aeiou]y$/iu.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/iu.test(word)) return [`${word}es`];
  return [`${word}s`];
}
