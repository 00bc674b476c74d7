/** Draws how often a term is mentioned in each year. It stands in the HTML alone; no program makes it again. */
import { escapeHtml } from './hardening.ts';
import type { Entry, Site } from './site.ts';

/** Of the highest bar, in pixels. */
const HEIGHT = 56;
/** As many labels as fit side by side on a phone. */
const LABELS = 8;

/** A bar for each year; nothing where no mention has a year. */
export function mentionYears({ matter }: Entry, { label }: Site): string {
  const years = Object.entries((matter.years ?? {}) as Record<string, number>);
  if (years.length === 0) return '';
  const most = Math.max(...years.map(([, count]) => count));
  // Where there are many years, every second one, or every third … has a label.
  const step = Math.ceil(years.length / LABELS);
  const bars = years.map(([year, count], index) => {
    const shown = index % step === 0 ? ' data-labelled' : '';
    const column = `<span class="column" style="height:${(count / most) * HEIGHT}px"></span>`;
    return `<div class="bar"${shown}><span class="count">${count}</span>${column}<span class="year">${escapeHtml(year)}</span></div>`;
  });
  const counts = years.map(([year, count]) => label('theme.mentionsOfYear', { year, count })).join(label('comma'));
  const said = escapeHtml(label('theme.mentionsByYear', { counts }));
  return `<figure class="mention-years" v-pre><div role="img" aria-label="${said}" class="bars">${bars.join('')}</div><figcaption>${label('theme.mentionYears')}</figcaption></figure>`;
}
