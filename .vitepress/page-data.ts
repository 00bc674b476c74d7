/** Keeps the words of a title or a venue inside the data of their page, even `</script>`. */
import type { Plugin } from 'vite';

/** `export const __pageData = JSON.parse("…")`, which VitePress writes into a `<script>` as it is. */
const PAGE_DATA = /^export const __pageData = .*$/m;

/** Between VitePress and the compiler of Vue no other plugin can stand, so the hook of VitePress itself is wrapped. */
export function sealPageData(): Plugin {
  return {
    name: 'tsuzuri:seal-page-data',
    configResolved({ plugins }) {
      const vitepress = plugins.find(({ name }) => name === 'vitepress');
      const theirs = vitepress?.transform;
      if (!vitepress || typeof theirs !== 'function')
        throw new Error('VitePress がページを変換する所が変わりました。.vitepress/page-data.ts を直してください');
      vitepress.transform = async function (code, id, options) {
        const made = await theirs.call(this, code, id, options);
        if (typeof made !== 'string' || !id.endsWith('.md')) return made;
        return made.replace(PAGE_DATA, data => data.replace(/</g, '\\u003c'));
      };
    },
  };
}
