/** What a program needs that links the terms of a glossary: one plugin for each kind of parser, and what they are made of. */
export { readTerm, type Term } from '@tsuzuri/core/card';
export { DIALECTS, type Dialect, type DialectName } from './dialects.ts';
export { type Folders, type Glossary, readGlossary } from './glossary.ts';
export { markdownItGlossary } from './markdown-it.ts';
export { createMatcher, type Match, type Matcher } from './matcher.ts';
export { glossaryLink } from './remark-plugin.ts';
export { type LinkSettings, type OfPage, optionsFor, type PageOfTree, pageOf } from './settings.ts';
export { linkPage, linkSource } from './source-links.ts';
