/** What a person decides of a scan where the program would decide otherwise: keys of the `.yml` beside it. */
export interface Switches {
  /** Minutes of a meeting, or slides and other handouts. */
  readonly kind?: 'minutes' | 'slides';
  /** Forms in which labels stand, by the names of `FORMS` (speech.ts): whatever stands in them is a speaker, in no other. */
  readonly notation?: readonly string[];
  /** 1: wide gaps within lines are no columns; 2: no line goes on on the next one. */
  readonly columns?: 1 | 2;
  /** Lines that stand at the border of a page and are no text; an empty list: there are none. */
  readonly heads?: readonly string[];
  /** How deep the heading on a line of the scan lies; 0: it is none. */
  readonly headings?: readonly { readonly line: number; readonly level: number }[];
  /** Lines of the scan with which a slide begins whose title was not read. */
  readonly slides?: readonly number[];
}
