/** Makes a link to the form for a report that follows what the reader has chosen. */
import { type Report, reportAddress } from './report.ts';

export const REPORT = '誤りを報告';

/** Told to a link, it leads where `report` says at the moment when the link is followed. */
export function leadTo(pattern: string, report: () => Report) {
  const lead = ({ currentTarget }: Event): void => {
    (currentTarget as HTMLAnchorElement).href = reportAddress(pattern, report());
  };
  return {
    // A mouse or a finger that comes down may undo the choice of words, …
    pointerdown: lead,
    // … a key, or a program that reads the page aloud, comes without.
    click: (event: MouseEvent): void => {
      if (event.detail === 0) lead(event);
    },
  };
}
