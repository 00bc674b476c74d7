/** What `check` asks of textlint: its kernel, Markdown, the rules for Japanese. */
export { TextlintKernel } from '@textlint/kernel';
export { default as markdown } from '@textlint/textlint-plugin-markdown';
export { answerWith } from 'kuromojin';
export { default as preset } from 'textlint-rule-preset-japanese';
