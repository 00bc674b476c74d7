/** Describes a page in a sentence or two, for search engines, feed readers and lists. */
import { dateLabel, isReplaced, meeting, text } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import type { Entry, Site } from './site.ts';

/** Minutes by their front matter, other pages by their first sentence. */
export function describe(page: Entry, site: Site): string {
  const { kind, title, matter } = page;
  const { label } = site;
  if (kind === 'minutes') return describeMinutes(page, label);
  if (kind === 'person') return label('site.aboutPerson', { name: title });
  if (kind === 'body') return label('site.aboutBody', { name: title });
  return text(matter, 'description') ?? label('site.aboutPage', { title, site: site.description });
}

/** `2012年11月1日の情報セキュリティ政策会議 第31回 議事要旨です。出席者名簿21人、発言12件。…` */
function describeMinutes({ title, matter, spoken }: Entry, label: Labels): string {
  const document = text(matter, 'document') ?? label('pages.document');
  const what = meeting(matter) ?? label('site.titled', { document, title });
  const isDated = Boolean(matter.date || matter.fiscal);
  const { attendees } = matter;
  const counts = [
    Array.isArray(attendees) ? label('site.attendeesListed', { count: attendees.length }) : '',
    spoken ? label('site.speeches', { count: spoken }) : '',
  ].filter(Boolean);
  const said = label('site.aboutMinutes', {
    meeting: isDated ? label('site.ofDate', { date: dateLabel({ matter }, label), meeting: what }) : what,
    counts: counts.length > 0 ? counts.join(label('comma')) + label('stop') : '',
  });
  return isReplaced({ matter }) ? label('site.isReplaced') + said : said;
}
