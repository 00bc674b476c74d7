/** What every printer prints: the pages of the book, each with its linked tree. */
import type { Root } from 'mdast';

/**
 * `minutes` = a scan, `term` = a glossary entry, `rule` = a correction rule, `text` = a page written by hand, `person` =
 * somebody whom the scans name in full, `body` = a body that met.
 */
export type PageKind = 'minutes' | 'term' | 'rule' | 'text' | 'person' | 'body';

/** One page, as it stands in `build/pages/PATH.md`. */
export interface Page {
  /** Path under the root of the site without suffix: `minutes/2012-11-01-isc-31`, `glossary/nisc`, `index`. */
  readonly path: string;
  readonly kind: PageKind;
  readonly title: string;
  /** Path, from the root of the repository, of the file that a person edits to change this page. */
  readonly source: string;
  /** Front matter, as written to `build/pages`. */
  readonly matter: Readonly<Record<string, unknown>>;
  /** The linked tree without front matter. Ids stand as a trailing `{#id}` in the text of headings and paragraphs. */
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
  /** Analyzer of the heading of the section or speech. */
  readonly section?: string;
  /** The words that stand in the text: `ＮＩＳＣ`. */
  readonly text: string;
  /** The sentence around it, as plain text. */
  readonly sentence: string;
}

/** Another entry that stands in the same sentences as one. */
export interface Together {
  readonly entry: string;
  /** In how many sentences. */
  readonly times: number;
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
