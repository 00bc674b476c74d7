/** Styles the books of HTML: on a screen, on paper, in a reading system. */

const SERIF = '"Hiragino Mincho ProN","Noto Serif JP","Noto Serif CJK JP","Yu Mincho",serif';
const SANS = '"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic",sans-serif';

/** No colour but that of the text: a reader may have chosen another one, or a dark page. */
const SHARED = `
body{font-family:${SERIF};line-height:1.8;line-break:strict;overflow-wrap:anywhere;hanging-punctuation:none}
h1,h2,h3,h4,h5,h6,th,nav,.subtitle,.edition,.picture{font-family:${SANS}}
h1,h2,h3,h4,h5,h6{line-height:1.5;margin:1.8em 0 .6em;font-weight:bold;break-after:avoid;break-inside:avoid}
p{margin:0 0 .8em;text-align:justify;orphans:2;widows:2}
p.closing{text-align:right}p.origin{font-size:.9em;text-align:left}
header h1,.titlepage h1{word-break:keep-all;text-wrap:balance}
ul,ol{margin:0 0 .8em;padding-left:1.6em}li>p{margin:0 0 .4em}
li li li li ul,li li li li ol,blockquote blockquote blockquote blockquote{padding-left:.2em;margin-left:0;list-style-position:inside}
dfn{font-style:normal}em{font-style:normal;font-family:${SANS}}
blockquote{margin:.8em 0 .8em .4em;padding-left:1em;border-left:2px solid}
pre{white-space:pre-wrap;line-height:1.5}code{overflow-wrap:anywhere}
table{border-collapse:collapse;margin:.8em 0;font-size:.9em;line-height:1.6}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:1px solid;padding:.2em .6em;text-align:left;vertical-align:top;min-width:2em}
.right{text-align:right}.center{text-align:center}
.named td:first-child,.named th:first-child,.places a{white-space:nowrap}
.wide{overflow-x:auto}.wide td,.wide th{min-width:4em}
.picture{border:1px solid;padding:0 .4em;font-size:.9em}
aside{font-size:.9em;margin:.8em 0}aside>p:first-of-type{display:inline}
sup{line-height:1}
a{color:inherit;text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.25em}
nav>ol>li{margin-top:.8em}nav>ol>li>a{font-weight:bold}nav ol{list-style:none;padding-left:1.2em}nav>ol{padding-left:0}nav a{text-decoration:none}nav li li{margin:.2em 0}
[role=doc-colophon] p{text-align:left}
.flows{display:flex;flex-wrap:wrap}.flows li{margin:0 1.4em 0 0}
`;

/** For EPUB: the reading system has margins, colours, sizes of its own. */
export const EPUB_CSS = `@charset "UTF-8";
body{-epub-line-break:strict;-webkit-line-break:strict;-epub-hyphens:none;hyphens:none}
${SHARED.trim()}
h1{font-size:1.4em}h2{font-size:1.2em}h3{font-size:1.1em}h4,h5,h6{font-size:1em}
h1:first-child,h2:first-child,h3:first-child{margin-top:0}
.titlepage{text-align:center;margin-top:15%}.titlepage h1{font-size:1.6em}
.titlepage p,.titlepage li{text-align:center}.titlepage ul{list-style:none;padding:0;margin-top:3em}.titlepage li{margin:.6em 0}
.unseen{display:none}
`;

/** For the one file: light and dark as the reader's machine is, wide and narrow, and paper. */
export const HTML_CSS = `
:root{color-scheme:light dark;--text:#222;--page:#fff;--line:#999;--quiet:#595959;--here:#fff3c4;--focus:#0b57d0}
@media (prefers-color-scheme:dark){:root{--text:#ddd;--page:#1b1b1f;--line:#777;--quiet:#aaa;--here:#46401f;--focus:#8ab4f8}}
html{scroll-padding-top:1em}
${SHARED.trim()}
body{max-width:42em;margin:0 auto;padding:1.5em 1em 5em;color:var(--text);background:var(--page)}
th,td,blockquote,.picture{border-color:var(--line)}
h1{font-size:1.8em}h2{font-size:1.5em}h3{font-size:1.25em}h4{font-size:1.1em}h5,h6{font-size:1em}
header{margin:12vh 0 4em;text-align:center}header h1{font-size:clamp(1.3em,6vw,1.8em);margin-bottom:.2em}header p{text-align:center}
.edition{color:var(--quiet)}a{text-decoration-color:var(--quiet)}
nav h2,section>h2{border-bottom:1px solid var(--line);padding-bottom:.2em}
section[role]{margin-top:5em}article{margin-top:3em}
nav li li{font-size:.95em}nav a:hover{text-decoration:underline}
a:hover{text-decoration-style:solid}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
:is(h1,h2,h3,h4,h5,h6,p,li,aside):target{background:var(--here)}
.to-contents{position:fixed;right:1em;bottom:1em;padding:.4em 1em;font:.9em ${SANS};color:var(--text);background:var(--page);border:1px solid var(--line);border-radius:1.5em;text-decoration:none}
@media print{
:root{color-scheme:light;--text:#000;--page:#fff;--line:#777;--quiet:#333;--here:transparent}
body{max-width:none;padding:0;font-size:10pt;line-height:1.7}
.to-contents{display:none}header{margin:30vh 0 0;break-after:page}
section[role]{break-before:page;margin-top:0}section[role]>h2{margin-top:0}
a{text-decoration:none}a[href^=http]::after{content:"（" attr(href) "）"}.wide{overflow:visible}.wide td,.wide th{min-width:0;padding:.1em .2em}
nav li li{font-size:9pt}
}
@page{size:A4;margin:22mm 20mm 20mm}
`;

/** A number at the foot of each sheet, the title at its head (CSS Paged Media 3, margin boxes); the cover has neither. */
export const runningTitle = (title: string): string => `
@page{@top-right{content:${cssString(title)};font:8pt ${SANS};color:#555}@bottom-center{content:counter(page);font:9pt ${SANS}}}
@page:first{@top-right{content:none}@bottom-center{content:none}}
`;

/** Every character that could end the string, or the style, as its number. */
const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ]/gu, character => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
