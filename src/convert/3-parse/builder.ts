/** What the builder of blocks knows while it walks down a page. */
import type { Attendee, Block, List, Speech, TextRun } from '@tsuzuri/core/minutes';
import type { Genre, headingTest, startDepths } from './headings.ts';
import type { Shape } from './lines.ts';
import type { Style } from './numbering.ts';

export interface Builder {
  readonly shapes: readonly Shape[];
  readonly genre: Genre;
  readonly blocks: Block[];
  readonly attendees: Attendee[];
  readonly depths: ReturnType<typeof startDepths>;
  readonly isHeading: ReturnType<typeof headingTest>;
  readonly series: ReadonlySet<number>;
  /** Speakers are named, not once or twice by the way. */
  readonly namesSpeakers: boolean;
  readonly numbers: Map<Style, number>;
  readonly lists: { indent: number; mark: string; list: List }[];
  speech: Speech | undefined;
}

export const textRun = ({ line }: Shape, from: number, to = line.text.length): TextRun => ({
  value: line.text.slice(from, to),
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
