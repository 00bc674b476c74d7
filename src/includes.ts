/** Takes the files out of a page that VitePress would read in. */

/** `<!--@include: ../x.md-->`, which VitePress reads before Markdown does. As an ordinary comment it opens nothing. */
const INCLUDE = /<!--(\s*)@/g;

export const withoutIncludes = (markdown: string): string => markdown.replace(INCLUDE, '<!--$1');
