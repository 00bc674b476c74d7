/** Finishes the files that VitePress writes. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves `glossary/nisc.html` to `glossary/nisc/index.html`: so every static host, without any setting, answers to the
 * permanent address `/glossary/nisc`.
 */
export function moveToFolders(outDir: string, pages: readonly string[]): void {
  for (const page of pages) {
    const path = page.replace(/\.md$/, '');
    if (/(^|\/)index$/.test(path)) continue;
    mkdirSync(join(outDir, path), { recursive: true });
    renameSync(join(outDir, `${path}.html`), join(outDir, path, 'index.html'));
  }
}

/** `<script>…</script>`, but no data: `<script type="application/ld+json">` runs nothing. */
const INLINE_SCRIPT = /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

/** Makes the browser itself refuse code that is not ours, as well as every request to another host. */
export function seal(html: string): string {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => `'sha256-${sha256(code ?? '')}'`);
  const policy = [
    `default-src 'self'`,
    `script-src 'self' ${[...new Set(scripts)].join(' ')}`.trim(),
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
