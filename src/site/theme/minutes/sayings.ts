/** Says whose words stand where in minutes: a speaker gets no other's, and nobody gets what only happened. */
import { BESIDE, cleanPart, textOf } from '../shell/clean.ts';
import { blocksIn, isClosing, isNamed, isSpeech, rangeOver, speechOf, wordsIn } from './position.ts';

/** Words with who says them, as the minutes call them: `野原本部員`; nobody where they do not say. */
export interface Saying {
  readonly speaker?: string | undefined;
  readonly words: string;
}

/**
 * The words of a part, or those that a range touches, for each who speaks there. Where somebody speaks, what happened
 * (`〔拍手〕`, `午後0時15分 散会`) and the names over speeches are left out. A section is words of the document as a whole.
 */
export function sayingsIn(part: Element, range?: Range): Saying[] {
  const blocks = blocksIn(part, range);
  const isOne = !range && !isSpeech(part) && blocks.length > 1;
  const voices = isOne ? [] : blocks.map(voiceOf);
  if (!voices.some(Boolean)) return [{ words: wordsOver(isOne ? blocks.slice(1) : blocks, range) }];
  const runs: { voice: Element | undefined; first: Element; last: Element }[] = [];
  blocks.forEach((block, index) => {
    const voice = voices[index];
    const run = runs.at(-1);
    if (!voice && isNobodys(block)) return;
    // What was left out stands between two runs.
    if (run && run.voice === voice && run.last === blocks[index - 1]) run.last = block;
    else runs.push({ voice, first: block, last: block });
  });
  const said = runs.map(({ voice, first, last }) => ({
    voice,
    words: textOf(cleanPart(rangeOver(first, last, range))),
  }));
  return said.reduce<Said[]>(joined, []).map(({ voice, words }) => ({ speaker: voice && wordsIn(voice), words }));
}

interface Said {
  readonly voice: Element | undefined;
  readonly words: string;
}

/** The words of a speaker who goes on are one saying. */
function joined(all: readonly Said[], next: Said): Said[] {
  const last = all.at(-1);
  if (last?.voice !== next.voice || !last) return [...all, next];
  return [...all.slice(0, -1), { ...last, words: `${last.words}\n${next.words}` }];
}

/** All that a part says, whoever it is. */
export const wordsOf = (part: Element): string =>
  sayingsIn(part)
    .map(({ words }) => words)
    .join('\n');

/** The speech to which a block belongs as words, if the minutes say who speaks. */
function voiceOf(block: Element): Element | undefined {
  const speech = isNobodys(block) ? undefined : speechOf(block);
  return speech && isNamed(speech) ? speech : undefined;
}

const isNobodys = (block: Element): boolean =>
  (isSpeech(block) && isNamed(block)) || isDirection(block) || isClosing(block);

/** A paragraph that is all emphasis, which minutes have for nothing else. */
function isDirection(block: Element): boolean {
  const [first, ...others] = [...block.childNodes].filter(node => !(node instanceof Element && node.matches(BESIDE)));
  return first instanceof Element && first.matches('em') && others.length === 0;
}

function wordsOver(blocks: readonly Element[], range: Range | undefined): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (range) return textOf(cleanPart(range));
  return first && last ? textOf(cleanPart(rangeOver(first, last))) : '';
}
