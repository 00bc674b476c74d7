/** Gives VitePress's interface its words, in the language of the site, and marks Japanese words in what is written as HTML. */
import type { Labels } from '@tsuzuri/core/labels';
import { isJapanese, runsOf } from '@tsuzuri/core/languages';
import type { DefaultTheme } from 'vitepress';
import { escapeHtml } from './hardening.ts';

/** As BCP 47 has it: it decides how VitePress writes dates. */
export const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** Labels for which VitePress has a setting; the others stand in `theme/shell/` and `hardening.ts`. */
export const words = (label: Labels) =>
  ({
    outline: { label: label('site.outline') },
    docFooter: { prev: label('site.previous'), next: label('site.next') },
    darkModeSwitchLabel: label('site.appearance'),
    lightModeSwitchTitle: label('site.toLight'),
    darkModeSwitchTitle: label('site.toDark'),
    sidebarMenuLabel: label('site.contents'),
    returnToTopLabel: label('site.toTop'),
    skipToContentLabel: label('site.toText'),
    lastUpdated: { text: label('site.updated') },
  }) satisfies DefaultTheme.Config;

/** Titles of the boxes that authors write as `::: tip`. */
export const boxes = (label: Labels) => ({
  tipLabel: label('site.tip'),
  infoLabel: label('site.info'),
  warningLabel: label('site.warning'),
  dangerLabel: label('site.danger'),
  detailsLabel: label('site.details'),
  noteLabel: label('site.note'),
  importantLabel: label('site.important'),
  cautionLabel: label('site.caution'),
});

/** Plain words as HTML, for what VitePress writes as it is: the bar, the sidebar, links to neighbours. */
export function htmlOf(text: string, { language }: Pick<Labels, 'language'>): string {
  if (language === 'ja' || !isJapanese(text)) return escapeHtml(text);
  return runsOf(text)
    .map(run => (run.isJapanese ? `<span lang="ja">${escapeHtml(run.words)}</span>` : escapeHtml(run.words)))
    .join('');
}
