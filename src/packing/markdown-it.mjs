/** Plugins of VitePress's Markdown that the site adds. */
export { default as cjkFriendly } from 'markdown-it-cjk-friendly';
export { default as footnote } from 'markdown-it-footnote';
