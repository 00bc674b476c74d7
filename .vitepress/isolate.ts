/** Keeps the pages apart from the files around them. */
import type { Plugin } from 'vite';
import { withoutIncludes } from '../src/includes.ts';

const VUE = /^vue(\/server-renderer)?$/;

export function isolatePages(): Plugin {
  return {
    name: 'tsuzuri:isolate-pages',
    enforce: 'pre',
    /** Ours have none any more (`pages.ts`); pages may come from elsewhere. */
    transform: (code, id) => (id.endsWith('.md') ? { code: withoutIncludes(code), map: null } : undefined),
    /** Pages may stand outside of the repository (`build --out`), where no vue is found; on the server Node finds it. */
    resolveId: (id, _importer, { ssr }) => (ssr && VUE.test(id) ? { id, external: true } : undefined),
  };
}
