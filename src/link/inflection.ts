/**
 * Writes a name in the other ways that a text has for it: an English one in its plural or singular, in British or American
 * spelling, and with a hyphen for a space or the reverse; a verb in its forms; a loan word with or without the long vowel at its end.
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

/** Where one goes, and how one reacts: `Go to the page`, `React quickly`. */
const DIRECTION = / (?:to|back|ahead|through|into|down|up|away|straight|quickly)(?![\p{L}'-])/uy;

/** Behind the form in -s of a verb: `links to the page`; but `metrics that`, `labels you add`, `labels to apply`. */
const OBJECT_OF_ONE =
  / (?:(?:to |into |through )?(?:an?|the|this|these|those|each|every|any|all|its?|your|our|their|his|her|my|them|us)|directly|back|down|up|away|quickly)(?![\p{L}'-])/uy;

/** The subject of a verb in -s is a noun or pronoun of one thing alone, and ends in none of these. `of metrics the`, `native metrics to a`, `exposes metrics to the` */
const NO_SUBJECT =
  /(?:^|[.!?:;,()"“—–-]|(?:^|[^\p{L}])(?:an?|the|all|any|some|no|both|these|those|many|few|fewer|more|most|less|such|other|multiple|several|various|different|certain|new|own|same|which|what|whose|its|their|your|our|my|his|her|of|for|with|without|in|into|on|by|from|as|via|at|about|between|across|over|under|through|per|like|including|than|and|or|but|not|to|can|may|will|must|should|could|would|do|when|if|while|where|because|create|use|add|have|get|set|send|push|pull|expose|export|make|take|give|need|want|see|show|find|let|keep|store|write|read|pass|put|pick|turn|apply|move|convert|translate|attach|assign|forward|provide|ingest|merge|map|\p{Nd}+)|(?:s|ed|ing|al|ive|ous|ic|ful|able|ible|ary|less|like))\s*$/iu;

/** Whether what looks like a plural, or like a name, is rather a verb, by what stands beside it. */
export function isVerb(text: string, { start, end }: { start: number; end: number }, isInS: boolean): boolean {
  const behind = isInS ? [OBJECT_OF_ONE] : [OBJECT, DIRECTION];
  const hasObject = behind.some(pattern => {
    pattern.lastIndex = end;
    return pattern.test(text);
  });
  return hasObject && !(isInS && NO_SUBJECT.test(text.slice(Math.max(0, start - 40), start)));
}

/** Adverbs of English that end in a noun: `For instance, …`, `In summary, …`, `runs counter to`. Behind a noun it is that: `for instance metrics`. */
const SET_PHRASE =
  /(?:^|[^\p{L}])(?:(?:for|in|by|as|on|at) (?:instance|example|summary|conclusion|contrast|comparison|addition|turn|fact|practice|theory|principle|effect|reality|return|part|sum|short|brief|time|case|default|definition|design|extension|rule|result|matter|balance|average|term)(?=,|\)|$| by | because )|(?:run|goe|ran|going|running)s? counter(?= to ))/iuy;

/** Whether a noun is no more than part of an adverb. */
export function isInSetPhrase(text: string, { start, end }: { start: number; end: number }): boolean {
  const from = Math.max(text.lastIndexOf(' ', start - 2), 0);
  SET_PHRASE.lastIndex = from;
  return SET_PHRASE.test(text) && SET_PHRASE.lastIndex === end;
}

/** Names of one word that small letters make an everyday word: `go` is not Go. */
const NAMES_IN_CAPITALS =
  /^(?:Ant|Beam|Chef|Crystal|Dart|Discord|Dragonfly|Elm|Excel|Express|Flask|Flutter|Gatsby|Go|Kit|Linear|Meet|Nomad|Notion|Outlook|Pages|Pandas|Puppet|Rails|React|Ruby|Rust|Salt|Slack|Spark|Spring|Square|Swift|Teams|Twitch|Wasp|Word|Zoom)$/u;

/** Whether a name is one by its capital alone. @param name as a card spells it */
export const isNameInCapitals = (name: string): boolean => NAMES_IN_CAPITALS.test(name);

/** Words without a plural, or with another word for one; verbs and adjectives are told by nothing. */
const NO_PLURAL =
  /(?:ness|ics|ware|ium|(?:^|\s)(?:as|its?|is|us|a|an|the|his|this|news|series|species|data|media|information|software|hardware|people|men|women|children))$/iu;

/** Words whose plural in capitals is a product. */
const PRODUCTS = /^(?:window|team|sheet|slide|doc|note|photo|map|page|panda|rail|action|worker)$/iu;
/** Words that end as plurals do and are none: `AWS`, `Kubernetes`, `access`, `chaos`. */
const NO_SINGULAR = /(?:[A-Z]S|[aiosu]s|ss|etes|sis|(?:^|\s)(?:aws|dns|https|ios|kubernetes|postgres|redis|s))$/u;

/** Endings that British and American English spell otherwise; both ways are tried. */
const SPELLINGS: readonly (readonly [british: RegExp, american: string, reverse: RegExp, british: string])[] = [
  [
    /(?<=\p{L}{2})is(?=(?:e[drs]?|ers?|ing|ations?)\b)/iu,
    'iz',
    /(?<=\p{L}{2})iz(?=(?:e[drs]?|ers?|ing|ations?)\b)/iu,
    'is',
  ],
  [/(?<=anal|catal|paral)ys(?=(?:e[drs]?|ing)\b)/iu, 'yz', /(?<=anal|catal|paral)yz(?=(?:e[drs]?|ing)\b)/iu, 'ys'],
  [
    /(?<=\b(?:arm|behavi|col|fav|flav|hon|lab|neighb|vap))our/iu,
    'or',
    /(?<=\b(?:arm|behavi|col|fav|flav|hon|lab|neighb|vap))or(?!at|p)/iu,
    'our',
  ],
  [/(?<=\b(?:cent|met|theat|fib))re\b/iu, 'er', /(?<=\b(?:cent|met|theat|fib))er\b/iu, 're'],
  [/(?<=\b(?:defen|offen|licen))ce\b/iu, 'se', /(?<=\b(?:defen|offen|licen))se\b/iu, 'ce'],
  [/(?<=\b(?:catal|dial|anal))ogue/iu, 'og', /(?<=\b(?:catal|dial|anal))og(?!u|y|i)/iu, 'ogue'],
  [
    /(?<=\b(?:cancel|label|model|signal|tunnel|travel))l(?=(?:ed|ing)\b)/iu,
    '',
    /(?<=\b(?:cancel|label|model|signal|tunnel|travel))(?=(?:ed|ing)\b)/iu,
    'l',
  ],
];

/** Loan words of three characters that are written with a long vowel too; ドラマ is no ドラマー. */
const SHORT_LOAN =
  /(?<![ァ-ヺー])(?:クエリ|サーバ|センタ|パーサ|ヘッダ|マスタ|メモリ|メンバ|モニタ|ユーザ|リーダ|ルータ|レイヤ)ー?$/u;
/** Longer ones: コンピュータ, カテゴリ, セキュリティ. */
const LOAN = /[ァ-ヺー]{3}[アカガサザタダナハバパマャヤラワィシジリミニビピギキチ]ー?$/u;

/** フレックスタイム制 is a system, フレックスタイム制度; 体制, 規制 are none. */
const SYSTEM = /[\p{sc=Han}\p{sc=Katakana}ー]{2}(?<![体規統強抑編牽管圧自節禁])制度?$/u;

/**
 * How else a text may write a name.
 * @param name as a card spells it
 * @param isOfVerb whether the card says what one does: `To join two branches.`
 */
export function variantsOf(name: string, isOfVerb = false): readonly Variant[] {
  if (SHORT_LOAN.test(name) || LOAN.test(name))
    return [{ form: name.endsWith('ー') ? name.slice(0, -1) : `${name}ー`, capitals: 'any' }];
  if (SYSTEM.test(name)) return [{ form: name.endsWith('度') ? name.slice(0, -1) : `${name}度`, capitals: 'any' }];
  const last = ENGLISH.exec(name)?.[1];
  if (last === undefined) return [];
  const joined = joinedOtherwise(name);
  const spelled = spelledOtherwise(name);
  return [
    ...numbersOf(name, last),
    ...joined,
    ...joined.flatMap(({ form }) => numbersOf(form, last, 'first')),
    ...spelled,
    ...spelled.flatMap(({ form }) => numbersOf(form, ENGLISH.exec(form)?.[1] ?? last)),
    ...(isOfVerb && /^[a-z]{3,}$/iu.test(name) ? verbsOf(name) : []),
  ];
}

/** `authorization` ↔ `authorisation` */
function spelledOtherwise(name: string): readonly Variant[] {
  if (!/[a-z]{5}/u.test(name)) return [];
  const forms = SPELLINGS.flatMap(([british, american, reverse, back]) => [
    name.replace(british, american),
    name.replace(reverse, back),
  ]);
  return [...new Set(forms)].filter(form => form !== name).map(form => ({ form, capitals: 'any' }));
}

/** `merge`: merges, merged, merging; of `ship` shipped, shipping */
function verbsOf(verb: string): readonly Variant[] {
  const stem = /[^e]e$/u.test(verb) ? verb.slice(0, -1) : doubled(verb);
  const past = /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [past, `${stem}ing`].map(form => ({ form, capitals: 'any' }));
}

const doubled = (verb: string): string => {
  const isShort = /^[^aeiou]*[aeiou][bdgklmnprt]$/iu.test(verb);
  return isShort || /(?:mit|fer|rol)$/u.test(verb) ? verb + verb.slice(-1) : verb;
};

/** `front matter` ↔ `front-matter` */
function joinedOtherwise(name: string): readonly Variant[] {
  if (!/^[A-Za-z]?[a-z]+(?:[ -][a-z]+)+$/u.test(name)) return [];
  return [name.replaceAll(' ', '-'), name.replaceAll('-', ' ')]
    .filter(form => form !== name)
    .map(form => ({ form, capitals: 'first' }));
}

/** Plurals, or of a plural the singular. */
function numbersOf(name: string, last: string, capitals: Capitals = 'any'): readonly Variant[] {
  const singulars = singularsOf(name, last);
  return singulars.length > 0 ? singulars.map(form => ({ form, capitals })) : pluralsOf(name, last, capitals);
}

/** `feature flags`, `Web Components`; in capitals several words may be a product: GitHub Actions. */
function singularsOf(name: string, last: string): readonly string[] {
  if (!/^[A-Za-z]?[a-z]{3,}s$/u.test(last) || NO_SINGULAR.test(name) || NO_PLURAL.test(name)) return [];
  const stem = name.slice(0, name.length - last.length);
  const ending = /(?:s|x|z|ch|sh)es$/u.test(last) ? /es$/u : /ies$/u.test(last) ? /ies$/u : /s$/u;
  const singulars =
    ending.source === 'ies$' ? [last.replace(ending, 'y'), last.slice(0, -1)] : [last.replace(ending, '')];
  return singulars.some(singular => PRODUCTS.test(singular)) ? [] : singulars.map(singular => stem + singular);
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
