/** Leaves out of the style sheet of all pages what none of them shows: rules of VitePress's theme, colours, pictures. */
import postcss, { type Declaration, type Root, type Rule } from 'postcss';
import type { Plugin } from 'vite';

/** Once all programs are there, the pages among them: a class that no program names is on no page. */
export const trimStyles = (): Plugin => ({
  name: 'tsuzuri:trim-styles',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const programs = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file.code] : []));
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type !== 'asset' || !name.endsWith('.css') || file.source.length === 0) continue;
      const source = trim(String(file.source), programs.join('\n'));
      delete bundle[name];
      this.emitFile({ type: 'asset', name: 'style.css', source }); // whose name says what is in it now
    }
  },
});

/** @param programs as one text: every language, every name of a class or a variable that is used stands in it, or in the styles */
export function trim(styles: string, programs: string): string {
  const root = postcss.parse(styles);
  const words = new Set(programs.match(/[\w-]+/g));
  const languages = new Set(Array.from(programs.matchAll(LANGUAGE), ([, code]) => code));
  root.walkRules(rule => {
    if (isStep(rule)) return;
    const selectors = rule.selectors.filter(
      selector =>
        classesIn(selector).every(name => words.has(name)) && languagesIn(selector).every(code => languages.has(code)),
    );
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  dropVariables(root, words);
  root.walkAtRules(at => {
    if (at.nodes?.length === 0) at.remove();
  });
  return root.toString();
}

/** `from` and `50%` of an animation are no selectors. */
const isStep = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && 'name' in parent && /keyframes$/.test(String(parent.name));

/** `lang:"fr"`, `\\"lang\\":\\"ja-JP\\"`, `lang=\\"fr\\"`: its first part */
const LANGUAGE = /\blang\\?["']?\s*[:=]\s*\\?["'`](\w+)/g;

const languagesIn = (selector: string): string[] =>
  Array.from(selector.matchAll(/:lang\((\w+)\)/g), ([, code = '']) => code);

/** What an element must have, or be in: not what stands in brackets, of which one is enough or which it must not have. */
function classesIn(selector: string): string[] {
  let outside = selector;
  for (let inner = ''; inner !== outside; ) {
    inner = outside;
    outside = outside.replace(/:[\w-]+\([^()]*\)|\[[^\]]*\]/g, '');
  }
  return [...outside.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
}

/** One that is only used by another that is not used goes, too. */
function dropVariables(root: Root, words: ReadonlySet<string>): void {
  for (let isDone = false; !isDone; ) {
    const used = new Set<string>();
    root.walkDecls(({ value }) => {
      for (const [name] of value.matchAll(/--[\w-]+/g)) used.add(name);
    });
    const unused: Declaration[] = [];
    root.walkDecls(/^--/, declaration => {
      if (!used.has(declaration.prop) && !words.has(declaration.prop)) unused.push(declaration);
    });
    for (const declaration of unused) declaration.remove();
    isDone = unused.length === 0;
  }
  root.walkRules(rule => {
    if (rule.nodes.length === 0) rule.remove();
  });
}
