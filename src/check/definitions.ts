/** Checks that an entry begins by saying what its thing is: that sentence is its popover, its search result, its description. */
import { NOTE_MARK, type Term } from '@tsuzuri/core/card';
import { once } from '@tsuzuri/core/collections';
import { parseUntrustedMarkdown } from '@tsuzuri/core/markdown';
import { type Saying, say } from '@tsuzuri/core/wording';
import { firstSentences } from '@tsuzuri/link/inline-text';
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** What is wrong with the first sentence of an entry. */
export interface DefinitionProblem {
  /** Of the body, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly saying: Saying;
}

/** UTF-16 units that a popover shows at most. */
const LONGEST = 120;

/**
 * A sentence that only reports where a name stands: `…に名が出ます`, `…の一つに挙がっています`, `…と述べられました`. The first
 * pattern is tried on all of it (`資料に名が出る対話です`), the second on its end.
 */
const REPORTS = [
  /(?:名|名前|名称|語|言葉|話題)(?:が|も|は)(?:一度だけ|二度|何度か|初めて)?(?:出[てるま]|現れ|見え|挙が|挙げ|登場|使われ)/u,
  /(?:出てき|出てく|名が挙|挙が[っりる]|挙げ(?:られ|てい)|触れ(?:られ|てい)|言及され|述べ(?:られ|てい|まし|た)|登場し|取り上げられ|紹介され|記され|書かれ|見られ|示され|報告され|発言があ|説明され|話題にな|名指しされ)\S{0,8}$/u,
  /\b(?:is|are|was|were|has been|gets) (?:only )?(?:mentioned|named|listed|discussed|introduced|touched|cited|brought up)\b/iu,
] as const;

/** The predicate of a definition: a noun with です, である, でした, or what says the meaning of a word. */
const DEFINES =
  /(?:(?:です|でした|である|であった|であり、.*|だ|だった)|(?:を|と|のことを?)(?:いいます|いう|言います|言う|指します|指す|呼びます|呼ぶ|意味します|意味する|表します|表す)|の(?:略|略称|総称|こと)|[\p{sc=Han}\p{sc=Katakana}ー）)])$/u;
const DEFINES_IN_ENGLISH = /\b(?:is|are|was|were|means?|stands? for|refers? to|denotes?)\b/iu;
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Han}]/u;

/** The text of an entry as a tree, which several checks ask for; of one that is nested too deep, as its page says, none. */
export const treeOf = once(({ body }: Term): Root => {
  try {
    return parseUntrustedMarkdown(body);
  } catch {
    return { type: 'root', children: [] };
  }
});

/** Where an entry says what its thing is. */
export const firstParagraph = (term: Term): RootContent | undefined =>
  treeOf(term).children.find(({ type }) => type === 'paragraph');

/** @returns the first problem, if any */
export function definitionProblem(term: Term): DefinitionProblem | undefined {
  const first = firstParagraph(term);
  const line = first?.position?.start.line ?? 1;
  const problem = (rule: string, saying: Saying): DefinitionProblem => ({ line, rule, saying });
  if (!first) return problem('no-definition', say('check.noDefinition', { term: term.term }));
  const sentence = firstSentences(textOf(first).replaceAll(NOTE_MARK, ''), 1);
  const words = sentence.replace(/[。．.\s]+$/u, '');
  const names = { term: term.term };
  if (REPORTS.some(pattern => pattern.test(words)))
    return problem('reports-mention', say('check.reportsMention', names));
  const isDefined = JAPANESE.test(words) ? DEFINES.test(words) : DEFINES_IN_ENGLISH.test(words);
  if (!isDefined) return problem('no-definition', say('check.noDefinition', names));
  if (!namesIt(words, term)) return problem('no-subject', say('check.definesOther', names));
  if (sentence.length > LONGEST)
    return problem('long-definition', say('check.longDefinition', { length: sentence.length, limit: LONGEST }));
  return undefined;
}

/** `NISC（ニスク）は`, `「NISC」とは`, `The NISC is`: one of its names stands before the first は. */
function namesIt(sentence: string, { term, aliases, names }: Term): boolean {
  const [subject = ''] = sentence.split(/(?<=\S)(?:とは|は、|は(?![ぁ-ん]))/u);
  const spelled = [term, ...aliases, ...names.map(({ name }) => name)].map(squeeze);
  return spelled.some(name => squeeze(subject).includes(name));
}

/** `サイバーセキュリティ戦略（2013年）` may be called by less of its headword. */
const squeeze = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\([^()]*\)$/u, '')
    .replace(/[\s・「」『』]/gu, '')
    .toLowerCase();
