/** Trims style sheets: what a page may show stays. */
import { expect, test } from 'vitest';
import { trim } from './trim-styles.ts';

const PROGRAMS = 'h("div", { class: "used also", lang: "fr" }); style.setProperty("--by-program", 1)';

test.each([
  ['.used{color:red}', '.used{color:red}'],
  ['.unused{color:red}', ''],
  ['.used .unused,.used{color:red}', '.used{color:red}'],
  [':lang(fr),:lang(es){color:red}', ':lang(fr){color:red}'],
  [':root:where(:lang(zh)){color:red}', ''],
  ['.used:not(.unused){color:red}', '.used:not(.unused){color:red}'],
  ['.used:is(.unused,:not(.other)) a[class^=x]{color:red}', '.used:is(.unused,:not(.other)) a[class^=x]{color:red}'],
  ['@media print{.unused{color:red}}', ''],
  ['@keyframes turn{50%{opacity:.5}}', '@keyframes turn{50%{opacity:.5}}'],
  [':root{--a:1px;--b:var(--a);--c:var(--b)}', ''],
  [':root{--a:1px;--b:var(--a)}p{top:var(--b)}', ':root{--a:1px;--b:var(--a)}p{top:var(--b)}'],
  [':root{--by-program:0}', ':root{--by-program:0}'],
])('%s', (styles, trimmed) => {
  expect(trim(styles, PROGRAMS)).toBe(trimmed);
});
