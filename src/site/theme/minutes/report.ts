/** Links to the form for reporting an error, filled in with the page, the place and the text that the reader selected. */
import { label } from '../label.ts';

/** What the form is filled in with; what nobody knows is empty. */
export interface Report {
  readonly title: string;
  /** `https://host/minutes/2021-09-27-cs-hq-31#u6` */
  readonly page: string;
  /** `野原本部員、発言6` */
  readonly place: string;
  readonly sentence: string;
}

/** Forges refuse a longer address. */
const MOST = 8000;

/**
 * @param pattern address of the form, with `:title` and what else its forge takes
 * @returns an address of at most 8,000 characters: a sentence that is too long is cut
 */
export function reportAddress(pattern: string, report: Report): string {
  const fields: Record<string, string> = {
    ...report,
    title: label('theme.reportTitle', { title: report.title }),
    body: bodyOf(report),
  };
  const address = pattern.replace(/:(title|page|place|sentence|body)\b/g, (_, name: string) =>
    encodeURIComponent((fields[name] ?? '').replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
  const characters = [...report.sentence];
  if (address.length <= MOST || characters.length < 2) return address;
  const sentence = `${characters.slice(0, characters.length * 0.8 - 1).join('')}…`;
  return reportAddress(pattern, { ...report, sentence });
}

/** The listeners of a link to the form: it leads where `report` says at the moment when it is followed. */
export function followReport(pattern: string, report: () => Report) {
  const update = ({ currentTarget }: Event): void => {
    (currentTarget as HTMLAnchorElement).href = reportAddress(pattern, report());
  };
  return {
    // A mouse or a finger that comes down may undo the selection, …
    pointerdown: update,
    // … a key, or a program that reads the page aloud, clicks without.
    click: (event: MouseEvent): void => {
      if (event.detail === 0) update(event);
    },
  };
}

/** For a forge whose form has one field. */
function bodyOf({ page, place, sentence }: Report): string {
  const where = [
    label('theme.reportPage', { page }),
    place && label('theme.reportPlace', { place }),
    sentence && label('theme.reportSentence', { sentence }),
  ].filter(Boolean);
  return `${where.join('\n')}\n\n${label('theme.reportWhat')}\n`;
}
