/** What the builder of blocks knows while it walks down a page. */
import type { Attendee, Block, List, Speech, TextRun } from '@tsuzuri/core/minutes';
import type { startDepths } from './depths.ts';
import type { FlattenedTable } from './flattened.ts';
import type { Genre, headingTest, LastNumber } from './headings.ts';
import type { Shape } from './lines.ts';

export interface Builder {
  readonly shapes: readonly Shape[];
  readonly genre: Genre;
  readonly blocks: Block[];
  readonly attendees: Attendee[];
  readonly depths: ReturnType<typeof startDepths>;
  /** Fields of the head, each with the end of its label. */
  readonly fields: ReadonlyMap<number, number>;
  /** Lines at which an entry of the agenda is taken up. */
  readonly takenUp: ReadonlySet<number>;
  readonly isHeading: ReturnType<typeof headingTest>;
  readonly series: ReadonlySet<number>;
  /** Speakers are named, not once or twice by the way. */
  readonly namesSpeakers: boolean;
  /** By series. */
  readonly numbers: Map<string, LastNumber>;
  /** Headings without a number, over what is said of one point. */
  readonly topics: ReadonlySet<string>;
  /** Tables that were read cell by cell, by their first line. */
  readonly tables: ReadonlyMap<number, FlattenedTable>;
  readonly lists: { indent: number; mark: string; list: List }[];
  speech: Speech | undefined;
}

export const textRun = ({ line }: Shape, from: number, to = line.text.length): TextRun => ({
  value: line.printed.slice(from, to),
  start: line.start + from,
});

export function openSpeech(builder: Builder, speech: Speech): void {
  leave(builder);
  builder.speech = speech;
  builder.blocks.push(speech);
}

export function leave(builder: Builder): void {
  builder.lists.length = 0;
  builder.speech = undefined;
}

export const container = (builder: Builder): Block[] => builder.speech?.children ?? builder.blocks;
