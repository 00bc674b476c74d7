/** Makes a page that stands without VitePress: one that leads on, one for a reader without a connection. */
import { escapeHtml } from './hardening.ts';
import type { Site } from './site.ts';

interface PlainPage {
  /** HTML. */
  readonly title: string;
  /** Elements. */
  readonly head: readonly string[];
  readonly main: readonly string[];
}

export const plainPage = (site: Pick<Site, 'label' | 'title'>, { title, head, main }: PlainPage): string =>
  `<!DOCTYPE html>
<html lang="${site.label.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${[...head, `<title>${title} | ${escapeHtml(site.title)}</title>`].join('\n    ')}
    <style>body { font: 1.125rem/1.8 sans-serif; margin: 2rem auto; max-width: 40em; padding: 0 1rem }</style>
  </head>
  <body>
    <main>
      ${main.join('\n      ')}
    </main>
  </body>
</html>
`;
