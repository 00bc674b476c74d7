/** Ranks passages by what they have of a question. */
import type { Passage } from '../index/passages.ts';
import { foldText } from '../shared/fold.ts';
import type { Located } from './locate.ts';
import { foldedPassage, hasWhole, placesOf } from './match.ts';
import type { Understood } from './understand.ts';

/** What a word counts: the more passages have it, the less. */
export const rarity = ({ passages, weight }: Located): number => weight / Math.log2(2 + passages.length);

/*
 * Weights, measured on the 554 questions of tests/search/questions: answer among ten .995, reciprocal rank of the passage
 * .944 with all of them. Behind each, what is left without it; no change of one of them by half or a third gains .002.
 */
/** A word in the heading rather than in the text; 0: .984, .928. */
const IN_HEADING = 1.4;
/** In the title of the page; 0: .993, .943. */
const IN_TITLE = 0.5;
/** By another name of the thing; 0: .987, .937. */
const BY_NAME = 0.9;
/** The passage is spoken by whom the question names, rather than by another; 0: .995, .934. Who is only named in it: */
const [SPEAKS, SPOKEN_OF] = [1.2, 0.5];
/** Of all words the more, the better; 0: .995, .939. */
const COVER = 0.5;
/** More, where words stand within so many characters each; 0: .991, .933. */
const [NEAR, NEAR_WITHIN] = [0.2, 60];
/** More, where there is what an answer has: a number of people, an amount, a time; 0: .993, .937. */
const ANSWERS = 0.5;
/** Entries tell of what minutes say; 1: .984, .933. */
export const OF_ENTRY = 0.4;
/** Other pages tell less. */
const OF_OTHER = 0.2;
/** Minutes of the year that is asked for; 0: .993, .936. */
export const IN_YEAR = 0.5;
/** A heading with nothing below it, and who came, where nobody asks that; 1: reciprocal rank of the town's questions .899, not .908. */
const OF_LIST = 0.4;
const LISTS = /^\s*$|^(?:氏名|役職)(?:[ \u3000|]|$)/;
/** Of the score of the passage before: an answer follows its question; 0: .986, .934. */
export const BEFORE = 0.18;

/** What is looked for. */
export interface Sought {
  readonly words: readonly Located[];
  /** Of these, those whose entry comes first. */
  readonly things: readonly Located[];
}

export interface Score {
  readonly value: number;
  /** It is the entry of the thing that is asked for. */
  readonly isThing: boolean;
}

export function scoreOf(passage: Passage, { words, things }: Sought, asked: Understood): Score {
  const { title, text } = foldedPassage(passage);
  const { kind, day = '' } = passage.head;
  const fields: Fields = {
    text: text.text,
    heading: foldText(passage.heading ?? ''),
    who: foldText(`${passage.speaker ?? ''}\n${passage.who ?? ''}`),
    page: foldText(passage.head.title),
    isFirst: passage.isFirst,
    isOnDay: asked.days.some(one => one.length > 'YYYY'.length && day.startsWith(one)),
    asksWho: asked.asksWho,
  };
  const parts = words.map(word => ({ word, has: shareOf(word, fields) * rarity(word) }));
  const sum = parts.reduce((all, { has }) => all + has, 0);
  const most = words.reduce((all, word) => all + (isExtra(word) ? 0 : rarity(word)), 0);
  const isThing = kind === 'term' && things.some(({ word }) => word.patterns.some(pattern => pattern.text === title));
  const isAbove = asked.years.includes(day.slice(0, 4));
  if (sum === 0 && !isAbove) return { value: 0, isThing };
  const cover = 1 + (most > 0 ? (COVER * sum) / most : 0);
  const near = isNear(text.text, words) ? 1 + NEAR : 1;
  const answers = asked.answer?.test(passage.text) ? 1 + ANSWERS : 1;
  const ofKind = kind === 'minutes' || isThing ? 1 : kind === 'term' ? OF_ENTRY : OF_OTHER;
  const tells = isThing || asked.asksWho || !LISTS.test(passage.text) ? 1 : OF_LIST;
  return { value: (sum * cover * near * answers * ofKind + (isAbove ? IN_YEAR : 0)) * tells, isThing };
}

/** What was not typed, or is part of what was. */
const isExtra = ({ role }: Located): boolean => role === 'hint' || role === 'part';

interface Fields {
  readonly text: string;
  readonly heading: string;
  readonly who: string;
  readonly page: string;
  readonly isFirst: boolean;
  readonly isOnDay: boolean;
  readonly asksWho: boolean;
}

/** How well a passage has a word. */
function shareOf({ word, role }: Located, fields: Fields): number {
  const has = (part: string): number =>
    Math.max(
      0,
      ...word.patterns.map(({ text, origin }) => (stands(text, part) ? (origin === 'names' ? BY_NAME : 1) : 0)),
    );
  const inText = has(fields.text);
  if (role === 'person') return has(fields.who) > 0 ? SPEAKS : inText * (fields.asksWho ? 1 : SPOKEN_OF);
  if (role === 'date') return inText > 0 || fields.isOnDay ? 1 : 0;
  const inTitle = has(fields.page) * (fields.isFirst ? 1 : IN_TITLE);
  return Math.max(inText, has(fields.heading) * IN_HEADING, has(fields.who), inTitle);
}

/** A short Latin word is none within a longer one: AI in `DAEDALUS`. */
const stands = (pattern: string, part: string): boolean =>
  /^[a-z0-9]{1,4}$/.test(pattern) ? hasWhole(part, pattern) : part.includes(pattern);

/** Whether the words stand together where they stand first. */
function isNear(text: string, words: readonly Located[]): boolean {
  const places = words.flatMap(({ word }) =>
    word.patterns.flatMap(pattern => placesOf(text, pattern.text).slice(0, 1)),
  );
  return places.length > 1 && Math.max(...places) - Math.min(...places) <= NEAR_WITHIN * places.length;
}
