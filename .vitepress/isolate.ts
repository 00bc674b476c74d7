/** Keeps the pages apart from the files around them. */
import type { Plugin } from 'vite';

const VUE = /^vue(\/server-renderer)?$/;

export function isolatePages(): Plugin {
  return {
    name: 'tsuzuri:isolate-pages',
    enforce: 'pre',
    /** VitePress reads `<!--@include: file-->` before Markdown does. As an ordinary comment it opens nothing. */
    transform: (code, id) =>
      id.endsWith('.md') ? { code: code.replace(/<!--(\s*)@/g, '<!--$1'), map: null } : undefined,
    /** Pages may stand outside of the repository (`build --out`), where no vue is found; on the server Node finds it. */
    resolveId: (id, _importer, { ssr }) => (ssr && VUE.test(id) ? { id, external: true } : undefined),
  };
}
