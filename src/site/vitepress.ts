/** Gives VitePress to who has only this package: it is packed along, without Algolia's search (src/packing/bundle.mjs). */
export { build, createServer, type Theme, type UserConfig } from 'vitepress';
