/** Says what a printer is, and what it is given to print with. */
import type { Book } from '@tsuzuri/book/build-book';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { BookFile } from '@tsuzuri/core/book';
import type { File } from '@tsuzuri/core/files';
import type { Edition } from './edition.ts';

/** One way to print a book. */
export interface Printer {
  /** Names it in the configuration and on the command line: `pdf` */
  readonly name: string;
  /** For the summary of `tsuzuri build`: where the output stands, what it is, how to open it. One line or more. */
  readonly label: string;
  /** Those of its files that the site offers for download, in order. */
  readonly books?: (book: Book) => readonly Pick<BookFile, 'path' | 'title'>[];
  /** Gives the files to write, by their path in `build/`. */
  readonly print: (book: Book, printing: Printing) => PrintedFiles | Promise<PrintedFiles>;
}

/** One by one where all of them are too many to hold. */
export type PrintedFiles = Iterable<File> | AsyncIterable<File>;

export interface Printing {
  readonly edition: Edition;
  readonly analyzer: Analyzer;
  /** Path under which the site will stand on its host: `/minutes/` */
  readonly base: string;
  /** Stands in for `build/` until everything is printed, and holds what earlier printers of the list have made. */
  readonly folder: string;
  /** Takes what is being done. */
  readonly progress: (step: string) => void;
}

declare module '@tsuzuri/book/project' {
  interface Config {
    /** Printers of the project's own; they run after those of tsuzuri. */
    readonly printers?: readonly Printer[];
  }
}
