/** Defines the pages of the book, mentions of terms, and printed books: what every printer works from. */
import type { Root } from 'mdast';

/** One page, as it stands in `build/pages/PATH.md`. */
export interface Page {
  /** Path under the root of the site without suffix: `minutes/2012-11-01-isc-31`, `glossary/nisc`, `index`. */
  readonly path: string;
  /**
   * `minutes` = a scan, `term` = a glossary entry, `rule` = a correction rule, `text` = a page written by hand or an index,
   * `person` = a person whom the scans name in full, `body` = a body that met; or a kind that the project adds.
   */
  readonly kind: string;
  readonly title: string;
  /** Path, from the root of the repository, of the file that a person edits to change this page. */
  readonly source: string;
  /** Front matter, as written to `build/pages`. */
  readonly matter: Readonly<Record<string, unknown>>;
  /** The linked tree without front matter. Headings and paragraphs that links can lead to have `data.id`. */
  readonly tree: Root;
  /** The complete Markdown file, front matter included. */
  readonly markdown: string;
}

/** One place where a term is named. */
export interface Mention {
  /** Id of the entry: `nisc`. */
  readonly entry: string;
  /** `Page.path` of the page that names it. */
  readonly page: string;
  /** Id of the nearest anchor before it (`u12`, `s3`), absent before the first one. */
  readonly anchor?: string;
  /** Words of the heading of the section or speech. */
  readonly section?: string;
  /** The words that stand in the text: `ＮＩＳＣ`. */
  readonly text: string;
  /** The sentence around it, as plain text. */
  readonly sentence: string;
}

/** An offline book that stands in `build/`. */
export interface BookFile {
  /** `tsuzuri.pdf`, `pdf/2012-11-01-isc-31.pdf`, `tsuzuri.epub`; on the site it stands at the same path. */
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  /** ISO day of the edition. */
  readonly date: string;
}
