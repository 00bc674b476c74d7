/** Brings the styles of what a reader first has to ask for with its program, not with every page. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What no page shows at first: it is never in the HTML. */
const LATE =
  /\/(?:theme-default\/components\/VPNavScreen\w+|theme\/(?:compare\/compare-(?:sides|text)|corrections\/correction-list|minutes\/part-menu|minutes\/reading-bar|popover\/glossary-entry|search\/search-(?:dialog|facets|results)|shell\/nav-screen-links))\.(?:vue|js)$/;
/** `import './part-menu.css'`, `import "…/glossary-entry.vue?vue&type=style&index=0&lang.css"` */
const STYLE = /import\s*(["'])([^"'\n]+\.css)\1;?/g;
const ADD = fileURLToPath(new URL('../theme/shell/add-style.js', import.meta.url));

export const lateStyles = (): Plugin => ({
  name: 'tsuzuri:late-styles',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (!LATE.test(id)) return undefined;
    let count = 0;
    const imports = code.replace(STYLE, (_, quote: string, style: string) => {
      count++;
      const inline = style.includes('?') ? style.replace('&lang.', '&inline&lang.') : `${style}?inline`;
      return `import css${count} from ${quote}${inline}${quote}; addStyle(css${count});`;
    });
    return count > 0 ? { code: `import { addStyle } from ${JSON.stringify(ADD)};\n${imports}`, map: null } : undefined;
  },
});
