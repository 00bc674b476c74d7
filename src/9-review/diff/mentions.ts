/** Compares which places of the documents two books count as mentions of an entry. */
import type { Book } from '../../bind.ts';
import type { Mention } from '../../book.ts';
import { groupBy } from '../../group.ts';
import { type Changed, without } from './lists.ts';
import type { Following } from './places.ts';

/** A mention that was of one entry is now of another. */
export interface Taken {
  readonly from: Mention;
  readonly by: Mention;
}

export interface MentionChanges extends Changed<Mention> {
  readonly taken: readonly Taken[];
}

export function compareMentions(before: Book, after: Book, follow: Following): MentionChanges {
  const old = mentionsOf(before)
    .map(mention => followed(mention, follow))
    .filter(mention => isCompared(mention, follow));
  const now = mentionsOf(after).filter(mention => isCompared(mention, follow));
  const gained = without(now, old, bySentence);
  const lost = without(old, now, bySentence);
  const mended = byPlace(follow);
  const changes = { gained: without(gained, lost, mended), lost: without(lost, gained, mended) };
  return { ...changes, taken: takenOf(changes) };
}

const mentionsOf = ({ mentions }: Book): Mention[] => [...mentions.values()].flat();

const followed = (mention: Mention, { now }: Following): Mention => ({
  ...mention,
  page: now(mention.page),
  entry: now(`glossary/${mention.entry}`).replace('glossary/', ''),
});

/** A document that came or went is told of as a whole. */
const isCompared = ({ page, entry }: Mention, { isShared, isUnread }: Following): boolean =>
  isShared(page) && !isUnread(`glossary/${entry}`);

/** An anchor that moved is no change. */
const bySentence = ({ page, entry, text, sentence }: Mention): string => JSON.stringify([page, entry, text, sentence]);

/** Nor is a sentence in which other letters were corrected. */
const byPlace =
  ({ isMended }: Following) =>
  (mention: Mention): string =>
    isMended(mention.page)
      ? JSON.stringify([mention.page, mention.entry, mention.text, mention.anchor])
      : bySentence(mention);

function takenOf({ gained, lost }: Changed<Mention>): Taken[] {
  const sentenceOf = ({ page, sentence }: Mention) => JSON.stringify([page, sentence]);
  const beside = groupBy(gained, sentenceOf);
  return lost.flatMap(from => {
    const by = beside.get(sentenceOf(from))?.find(other => other.entry !== from.entry && overlap(from, other));
    return by ? [{ from, by }] : [];
  });
}

/** Whether two names can share letters of their sentence. */
function overlap(one: Mention, other: Mention): boolean {
  const ends = (at: number, { text }: Mention) => at + text.length;
  return startsOf(one).some(start =>
    startsOf(other).some(begin => start < ends(begin, other) && begin < ends(start, one)),
  );
}

/** A Latin letter beside it makes a name part of a longer word: there is no `IT` in `NITE`. */
const LATIN = /[\p{sc=Latin}]/u;

/** Where the words of a mention stand in its sentence. */
export function startsOf({ text, sentence }: Mention): number[] {
  const starts: number[] = [];
  for (let at = sentence.indexOf(text); at >= 0 && text !== ''; at = sentence.indexOf(text, at + 1)) starts.push(at);
  return starts.filter(at => {
    const [before, behind] = [sentence.charAt(at - 1), sentence.charAt(at + text.length)];
    return (
      !(LATIN.test(text.charAt(0)) && LATIN.test(before)) && !(LATIN.test(text.at(-1) ?? '') && LATIN.test(behind))
    );
  });
}
