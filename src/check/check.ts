/** Says what a check is, and what it is given to look at. */
import type { Book } from '@tsuzuri/book/build-book';
import type { Project } from '@tsuzuri/book/project';
import type { Sources } from '@tsuzuri/book/sources';
import type { Level } from '@tsuzuri/core/messages';
import type { VFileMessage } from 'vfile-message';
import type { Review } from './review.ts';

/** One thing that is looked for in a project. */
export interface Check {
  /** `links`; the rule of a finding that names none. */
  readonly id: string;
  /** The level of its findings: an error stops publishing, a warning should be mended, a note is for information. */
  readonly level: Level;
  readonly run: (context: Context) => Iterable<Found> | Promise<Iterable<Found>>;
}

/** A message says its level itself. */
export type Found = Finding | VFileMessage;

export interface Finding {
  /** From the root of the project: `docs/glossary/nisc.md` */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly rule?: string;
  /** What is wrong, without a full stop at the end. */
  readonly reason: string;
  /** How to mend it. */
  readonly remedy: string;
}

export interface Context {
  readonly project: Project;
  readonly book: Book;
  /** The files that people wrote, as they are. */
  readonly sources: Sources;
  /** Their prose and their links, which another thread reads. */
  readonly review: Promise<Review>;
}

declare module '@tsuzuri/book/project' {
  interface Config {
    /** Checks of the project's own. */
    readonly checks?: readonly Check[];
  }
}
