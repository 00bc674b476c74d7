import { defineConfig } from 'tsuzuri';

// What this project says of itself. Everything may be left out.
export default defineConfig({
  title: 'Minutes',
  // What this site is, in one sentence.
  description: 'Records of meetings, linked with explanations of their terms.',
  // Who publishes it: printed in the colophon of the books.
  // publisher: 'Mihon Town',
  // Language of messages and of the controls of the site: 'ja' or 'en'
  language: 'en',
  // Where the site stands. Addresses given by GitHub Pages, Netlify, Cloudflare Pages and GitLab Pages are known without it.
  // url: 'https://example.jp/minutes/',
  // Rules of correction that are not applied
  // rules: { off: ['mairi'] },
});
