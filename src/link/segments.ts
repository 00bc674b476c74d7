/** Cuts a run of a script without spaces into words, by the dictionaries of the platform. */

let segmenter: Intl.Segmenter | undefined;

/** The words of a run of a script without spaces; in which language does not matter. */
export function segmentsOf(run: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segmenter.segment(run);
}
