/** Leads to the form for a report, filled in with the page, the place and the words that are meant. */
import { firstSentences } from '@tsuzuri/link/inline-text';
import { addressOf, isNamed, partOf, placeOf, speechOf, wordsOf } from './place.ts';

/** What the form is filled in with; what nobody knows is empty. */
export interface Report {
  readonly title: string;
  /** `https://host/minutes/2021-09-27-cs-hq-31#u6` */
  readonly page: string;
  /** `野原本部員、発言6` */
  readonly place: string;
  readonly sentence: string;
}

/** Forges refuse a longer address. */
const MOST = 8000;

/**
 * @param pattern address of the form, with `:title` and what else its forge can be told
 * @returns an address of at most 8,000 letters: a sentence that is too long ends earlier
 */
export function reportAddress(pattern: string, report: Report): string {
  const fields: Record<string, string> = { ...report, title: `誤りの報告: ${report.title}`, body: bodyOf(report) };
  const address = pattern.replace(/:(title|page|place|sentence|body)\b/g, (_, name: string) =>
    encodeURIComponent((fields[name] ?? '').replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
  const letters = [...report.sentence];
  if (address.length <= MOST || letters.length < 2) return address;
  const sentence = `${letters.slice(0, letters.length * 0.8 - 1).join('')}…`;
  return reportAddress(pattern, { ...report, sentence });
}

/** For a forge whose form has one field. */
function bodyOf({ page, place, sentence }: Report): string {
  const where = [`ページ: ${page}`, place && `場所: ${place}`, sentence && `文: ${sentence}`].filter(Boolean);
  return `${where.join('\n')}\n\n誤りと思われる箇所:\n`;
}

/** Of a part: the words that the reader has chosen in it, else its first sentence. */
export function reportOfPart(title: string, part: Element): Report {
  const chosen = chosenWords();
  const isMeant = chosen && [chosen.part, speechOf(chosen.part)].includes(part);
  return reportOf(title, isMeant ? chosen : { part, words: firstSentences(wordsBelow(part), 1) });
}

/** Of the words that the reader has chosen anywhere in the page; nothing where there are none. */
export function reportOfChoice(title: string): Report | undefined {
  const chosen = chosenWords();
  return chosen && reportOf(title, chosen);
}

function reportOf(title: string, { part, words }: Chosen): Report {
  return { title, page: addressOf(part), place: placeOf(part).join('、'), sentence: words };
}

/** Analyzer of the page, with the part where they begin. */
interface Chosen {
  readonly words: string;
  readonly part: Element;
}

export function chosenWords(): Chosen | undefined {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const part = partOf(range.startContainer);
  const words = wordsOf(range.cloneContents()).replace(/\s+/g, ' ');
  return part && words ? { words, part } : undefined;
}

/** What somebody says stands below the heading with the name. */
function wordsBelow(part: Element): string {
  const below = isNamed(part) ? part.nextElementSibling : part;
  return below ? wordsOf(below.querySelector('[data-b]') ?? below) : '';
}
