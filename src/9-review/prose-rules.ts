/** Lists what is asked of the prose of an entry: few rules, each of which a project can switch. */

/** A rule of textlint's preset for Japanese. What it says is not shown: it speaks to those who know textlint. */
export interface ProseRule {
  /** Off where most of what it finds in good prose is none of its business. */
  readonly on: boolean;
  /** What a project may set, with the value that holds if it does not. */
  readonly options: Readonly<Record<string, number>>;
  /**
   * Without this in a text the rule finds nothing: textlint takes some 10 ms an entry, and most entries have nothing for
   * most rules. Brackets are taken out of the text before, with the 「。」 that may stand in them.
   */
  readonly needs: (options: Readonly<Record<string, number>>) => RegExp;
  /** What else textlint is told. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly reason: (options: Readonly<Record<string, number>>) => string;
  readonly remedy: string;
}

const DESUMASU = { preferInBody: 'ですます', preferInList: 'ですます' };

/** A negation, and soon another one: `できないことはない` */
const TWO_NEGATIONS = /(?:な|無)[いくかけ][^。]{1,12}(?:な|無)[いくかけ]/;
/** `食べれる`, `見れる`, `来れる`: verbs whose stems end so take られる. */
const NO_RA = /[いきぎしじちにびみりえけげせぜてでねべめれ来見出着寝得経煮似居診看観]れ/;
/** Behind the end of a clause, twice in a sentence: `挙げたが、`, `求めますが、` */
const TWO_GA = /[いうくぐすずつぬふぶむゆるただん]が[^。]*[いうくぐすずつぬふぶむゆるただん]が/;
/** At the end of a sentence or near it: `である。`, `であろう`, `であったらしい。` */
const DEARU = /であ[るっろ][^。、\p{sc=Han}]{0,8}(?:[。\n！？!?）)]|$)/u;

/**
 * By the name that it has in the preset. Tried on our own 109 entries, `no-doubled-joshi` found 23 places, all of them plain
 * Japanese (「2015年1月9日に内閣に置かれました」), so it is off. The first comma of a sentence here mostly belongs to
 * 「…の会合で、誰々は、」, so four are allowed, not three.
 */
export const PROSE_RULES: Readonly<Record<string, ProseRule>> = {
  'sentence-length': {
    on: true,
    options: { max: 100 },
    needs: ({ max = 0 }) => new RegExp(`(?:[^。\\n]|\\n(?!\\n)){${max + 1}}`),
    reason: ({ max }) => `一文が${max}字を超えています（引用、資料の名前、英語の名前は数えません）`,
    remedy: '意味の切れ目に「。」を置いて、二つの文に分けてください',
  },
  'max-ten': {
    on: true,
    options: { max: 4 },
    needs: ({ max = 0 }) => new RegExp(`(?:、(?:[^。、\\n]|\\n(?!\\n))*){${max + 1}}`),
    reason: ({ max = 0 }) => `一文に「、」が${max + 1}個以上あります（語を並べる「、」は数えません）`,
    remedy: '要らない「、」を除くか、二つの文に分けてください',
  },
  'no-mix-dearu-desumasu': {
    on: true,
    options: {},
    needs: () => DEARU,
    fixed: DESUMASU,
    reason: () => '「です・ます」で書く本文に、「だ・である」の文があります',
    remedy: '文の終わりを「です」「ます」にしてください。会議での言葉なら「」で囲んでください',
  },
  'no-doubled-conjunctive-particle-ga': {
    on: true,
    options: {},
    needs: () => TWO_GA,
    reason: () => '一文の中で、「…が、」が二度使われています',
    remedy: '片方を「。しかし、」や「ものの」に替えるか、二つの文に分けてください',
  },
  'no-double-negative-ja': {
    on: true,
    options: {},
    needs: () => TWO_NEGATIONS,
    reason: () => '二重の否定（「ないことはない」など）があります',
    remedy: '「ある」「できる」のように、否定のない言い方にしてください',
  },
  'no-dropping-the-ra': {
    on: true,
    options: {},
    needs: () => NO_RA,
    reason: () => '「ら」の抜けた言葉（「見れる」「来れる」など）があります',
    remedy: '「見られる」「来られる」のように、「ら」を入れてください',
  },
  'no-doubled-joshi': {
    on: false,
    options: { min_interval: 1 },
    needs: () => /./,
    reason: () => '一文の中で、同じ助詞が近くで繰り返されています',
    remedy: '片方を別の言い方に替えてください。そのままで読みやすければ、直さなくてかまいません',
  },
  'no-nfd': {
    on: true,
    options: {},
    needs: () => /[\p{M}゛゜]/u,
    reason: () => '濁点・半濁点が、文字から離れた別の文字になっています（「が」が「か」と点の二文字）',
    remedy: 'その字を打ち直してください。PDFやファイル名から写した文字によくあります',
  },
  'no-kangxi-radicals': {
    on: true,
    options: {},
    needs: () => /[⺀-⿕]/,
    reason: () => '漢字ではなく、部首を表す記号が使われています（「⼈」など。見た目は漢字と同じです）',
    remedy: 'その字を打ち直してください。PDFから写した文字によくあります',
  },
};
